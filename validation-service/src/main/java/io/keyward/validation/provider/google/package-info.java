/**
 * Checking keys of Google Cloud KMS: the version's state, a decrypt of ciphertext made earlier, an encrypt, each as the service account that the customer
 * configured. {@link io.keyward.validation.provider.google.GoogleKeyChecker} makes the calls,
 * {@link io.keyward.validation.provider.google.GoogleFailures} says what each refusal means.
 */
@NullMarked
package io.keyward.validation.provider.google;

import org.jspecify.annotations.NullMarked;
