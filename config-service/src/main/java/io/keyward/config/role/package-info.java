/**
 * Roles in a customer's AWS account that we may assume: created with an external id of ours, authorised by assuming them.
 */
@NullMarked
package io.keyward.config.role;

import org.jspecify.annotations.NullMarked;
