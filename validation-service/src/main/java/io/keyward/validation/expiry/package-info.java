/**
 * When the secrets end that open customers' keys. Their cloud is asked once a day and as a favour: a refusal teaches nothing, is nobody's fault, and has nothing to do with
 * whether a key is valid. What becomes known goes to the project's alerts.
 */
@NullMarked
package io.keyward.validation.expiry;

import org.jspecify.annotations.NullMarked;
