/**
 * Trying whether a customer's cloud lets us in, before any key is opened there. {@link io.keyward.validation.check.role.RoleChecks} sends each
 * {@link io.keyward.validation.check.role.RoleRef} to the checker of its cloud.
 */
@NullMarked
package io.keyward.validation.check.role;

import org.jspecify.annotations.NullMarked;
