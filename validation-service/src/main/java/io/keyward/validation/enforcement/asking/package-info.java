/** When a request that nobody was seen to carry out is made again. Pure. */
@NullMarked
package io.keyward.validation.enforcement.asking;

import org.jspecify.annotations.NullMarked;
