/**
 * Which error codes tests were answered with over HTTP. Whoever sends requests in a test records what came back; at the end, every code of
 * {@code docs/errors.md} must have been seen. Requests through REST Assured in the tests of an application are recorded by themselves.
 */
@NullMarked
package io.keyward.testkit.errorcode;

import org.jspecify.annotations.NullMarked;
