/** Whether the API is there. */
@NullMarked
package io.keyward.config.status;

import org.jspecify.annotations.NullMarked;
