/** After a database was restored: the service tells of everything anew, with revisions of the raised epoch, so that all others agree with it again. */
@NullMarked
package io.keyward.messaging.epoch;

import org.jspecify.annotations.NullMarked;
