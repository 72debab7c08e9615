/** Keyward, as a driver meets it: requests on a topic, reports over HTTP. */
@NullMarked
package io.keyward.driver.keyward;

import org.jspecify.annotations.NullMarked;
