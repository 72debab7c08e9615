/** How Google Cloud is reached: tokens of service accounts, our own one included, and requests to Cloud KMS. */
@NullMarked
package io.keyward.clouds.google;

import org.jspecify.annotations.NullMarked;
