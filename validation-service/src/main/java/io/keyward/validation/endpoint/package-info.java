/**
 * Private endpoints of projects as endpoint-service tells of them, and what they mean for the way to a key. {@link
 * io.keyward.validation.endpoint.PathRules} decides: public until the region is covered, through its endpoint from then on, and never back. What is kept
 * is merged so that the order in which events of configurations and of endpoints arrive never matters.
 */
@NullMarked
package io.keyward.validation.endpoint;

import org.jspecify.annotations.NullMarked;
