/**
 * Where the control plane calls from and can be called at: what customers let through in front of their key management services.
 */
@NullMarked
package io.keyward.config.address;

import org.jspecify.annotations.NullMarked;
