/**
 * Single calls to AWS: on which way they go, how they are written down, and what each of its answers means.
 * {@link io.keyward.validation.provider.aws.call.AwsKmsFailures} is the one place that knows AWS's error codes; the table of
 * {@code docs/operations/verdicts.md} is printed from its test.
 */
@NullMarked
package io.keyward.validation.provider.aws.call;

import org.jspecify.annotations.NullMarked;
