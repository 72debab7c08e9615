/**
 * Checking keys of AWS KMS: DescribeKey, a decrypt of ciphertext made earlier, an encrypt, each as the customer's role.
 * {@link io.keyward.validation.provider.aws.AwsKeyChecker} makes the calls, {@link io.keyward.validation.provider.aws.AwsKmsFailures} says what
 * each failure means, {@link io.keyward.validation.provider.aws.AwsKeyRules} what follows from all of them together.
 */
@NullMarked
package io.keyward.validation.provider.aws;

import org.jspecify.annotations.NullMarked;
