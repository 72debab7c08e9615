/**
 * What callers say an alert configuration is, and whether that makes sense: one pure reader for each part of a request, which makes of it what is kept, or
 * refuses it by its place in the request. What is secret is sealed here, or kept as it was where its redacted form came back.
 */
@NullMarked
package io.keyward.validation.alert.request;

import org.jspecify.annotations.NullMarked;
