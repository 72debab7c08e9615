/**
 * What whatever runs the databases says about a request, and how that is taken.
 */
@NullMarked
package io.keyward.config.backup.driver;

import org.jspecify.annotations.NullMarked;
