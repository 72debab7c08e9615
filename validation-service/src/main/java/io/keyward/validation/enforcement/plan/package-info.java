/** What is asked of a cluster's driver: pure decisions over what is wanted and what is known. Level-triggered, so that the cause never matters. */
@NullMarked
package io.keyward.validation.enforcement.plan;

import org.jspecify.annotations.NullMarked;
