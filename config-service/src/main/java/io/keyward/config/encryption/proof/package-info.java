/**
 * Having a wanted key opened in the customer's cloud before anything is recorded, and telling in the words of the API why a configuration
 * is not accepted.
 */
@NullMarked
package io.keyward.config.encryption.proof;

import org.jspecify.annotations.NullMarked;
