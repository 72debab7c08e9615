/**
 * Who is calling, and what they may do. Every path under {@code /api} needs an API key (HTTP Digest), except {@code …/unauth/…}; a path with
 * {@code /groups/{groupId}} exists only for those who may see the project; {@link io.keyward.access.Requires} asks for a role. Resources
 * ask {@link io.keyward.access.CurrentCaller} who it was.
 */
@NullMarked
package io.keyward.access;

import org.jspecify.annotations.NullMarked;
