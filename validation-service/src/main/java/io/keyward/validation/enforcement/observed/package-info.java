/** What drivers report of clusters beyond up and down: what they have applied, whether nodes reach the KMS, re-wrapping, addresses. Pure. */
@NullMarked
package io.keyward.validation.enforcement.observed;

import org.jspecify.annotations.NullMarked;
