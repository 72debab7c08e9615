/** Who is calling, and what roles let them do: the access tokens that Entra issues and the other services read. */
package io.keyward.simulator.azure.access;
