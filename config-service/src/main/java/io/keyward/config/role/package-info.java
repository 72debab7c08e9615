/**
 * The ways into customers' clouds that a project has: roles in their AWS accounts that we may assume, service principals in their Azure
 * tenants, and the Google service account that they let in. What is asked of a role in use is asked of the features that use it.
 */
@NullMarked
package io.keyward.config.role;

import org.jspecify.annotations.NullMarked;
