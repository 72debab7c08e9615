/**
 * Where a service can die, and how it is made to stand still exactly there: a trigger that waits in its database, or a cloud that does not answer. Nothing
 * depends on timing: who is to be killed is first seen to wait at the point.
 */
package io.keyward.e2e.kill;
