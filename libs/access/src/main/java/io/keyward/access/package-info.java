/**
 * Who is calling, and what they may do. Every path needs an API key (HTTP Digest), except {@code …/unauth/…} and what our own services ask
 * each other; a path with {@code /groups/{groupId}} exists only for those who may see the project; {@link Requires} asks for a role.
 * Resources ask {@link CurrentCaller} who it was. {@code gate} enforces it, {@code digest} recognises API keys, {@code peer} recognises our
 * own services.
 */
@NullMarked
package io.keyward.access;

import org.jspecify.annotations.NullMarked;
