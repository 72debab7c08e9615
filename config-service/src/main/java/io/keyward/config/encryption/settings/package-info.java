/**
 * What a project's KMS configuration is, what a request may ask of it, and what follows: values and pure decisions, without a database or
 * a cloud.
 */
@NullMarked
package io.keyward.config.encryption.settings;

import org.jspecify.annotations.NullMarked;
