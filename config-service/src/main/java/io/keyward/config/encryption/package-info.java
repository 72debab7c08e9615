/**
 * The KMS configuration of a project: merged purely, checked with the customer's cloud while no session is open, recorded with its
 * event under an optimistic lock.
 */
@NullMarked
package io.keyward.config.encryption;

import org.jspecify.annotations.NullMarked;
