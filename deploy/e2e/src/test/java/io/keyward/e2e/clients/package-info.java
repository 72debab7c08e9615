/** What official clients do over HTTP, call by call: the requests they send, in their order, and what they read of the answers. */
package io.keyward.e2e.clients;
