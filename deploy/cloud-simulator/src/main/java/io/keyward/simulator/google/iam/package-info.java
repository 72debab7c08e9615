/** What callers may do: the state of their projects, service perimeters, quotas, roles and permissions; and becoming another service account. */
package io.keyward.simulator.google.iam;
