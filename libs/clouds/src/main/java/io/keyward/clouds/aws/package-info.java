/**
 * How AWS is reached: one client per region, and sessions of the roles that customers let us assume. Our own credentials are used to assume
 * roles, and for what runs in our own account.
 */
@NullMarked
package io.keyward.clouds.aws;

import org.jspecify.annotations.NullMarked;
