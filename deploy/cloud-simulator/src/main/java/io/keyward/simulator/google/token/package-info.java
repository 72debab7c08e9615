/** Who calls: assertions of service accounts become access tokens, tokens are told from forged and dead ones, and one account becomes another. */
package io.keyward.simulator.google.token;
