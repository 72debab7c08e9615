/**
 * Calls between our own services: a port of its own that no gateway routes, serving {@code /internal/…} and nothing else, where every
 * request carries a short-lived token signed by the calling service for the called one.
 */
@NullMarked
package io.keyward.access.peer;

import org.jspecify.annotations.NullMarked;
