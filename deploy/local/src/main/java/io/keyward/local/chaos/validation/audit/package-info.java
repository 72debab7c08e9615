/** What has to be true when all is over, as pure rules over what was published, shown and told: each answers what is wrong, a sentence each. */
@NullMarked
package io.keyward.local.chaos.validation.audit;

import org.jspecify.annotations.NullMarked;
