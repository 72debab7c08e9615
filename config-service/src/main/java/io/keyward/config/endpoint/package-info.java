/**
 * What endpoint-service has of a project's private endpoints: asked afresh wherever a refusal rests on it, and as a projection of
 * {@code keyward.endpoints} for what is shown.
 */
@NullMarked
package io.keyward.config.endpoint;

import org.jspecify.annotations.NullMarked;
