/** Restores the database of each service from a backup while Kafka and the others kept everything since; in the end all have to agree. */
@NullMarked
package io.keyward.local.chaos.restore;

import org.jspecify.annotations.NullMarked;
