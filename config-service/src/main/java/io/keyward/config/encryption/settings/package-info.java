/** What a project's KMS configuration is: values, without a database or a cloud. */
@NullMarked
package io.keyward.config.encryption.settings;

import org.jspecify.annotations.NullMarked;
