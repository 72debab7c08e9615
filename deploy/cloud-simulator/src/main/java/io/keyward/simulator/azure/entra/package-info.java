/** Entra: access tokens for applications that prove themselves by a client secret, and the documents by which identity libraries find their way there. */
package io.keyward.simulator.azure.entra;
