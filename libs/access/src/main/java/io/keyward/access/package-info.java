/**
 * Who is calling, and what they may do. Every path needs an API key (HTTP Digest) or a token, except {@code /api/oauth/…}, {@code …/unauth/…}, hints and
 * what our own services ask each other; a path with {@code /groups/{groupId}} exists only for those who may see the project, one with
 * {@code /orgs/{orgId}} only for the organisation's own; {@link Requires} asks for a role. Resources ask {@link CurrentCaller} who it was.
 * {@code gate} enforces it, {@code digest} recognises API keys, {@code token} service accounts and operators, {@code peer} our own services;
 * {@code eviction} forgets what was revoked.
 */
@NullMarked
package io.keyward.access;

import org.jspecify.annotations.NullMarked;
