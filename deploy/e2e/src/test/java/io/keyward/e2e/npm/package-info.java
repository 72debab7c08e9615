/** Clients of others, unmodified, as npm delivers them. They are fetched only when a run asks for it. */
package io.keyward.e2e.npm;
