/** Watches over the installation as a whole: how many endpoints there are in which status, and what is in the cloud that nobody has a record of. */
@NullMarked
package io.keyward.endpoint.watch;

import org.jspecify.annotations.NullMarked;
