/**
 * What opens customers' clouds: config-service keeps it, and this service has a sealed copy of what its key uses name, so that checks go on while
 * config-service does not.
 */
@NullMarked
package io.keyward.validation.credential;

import org.jspecify.annotations.NullMarked;
