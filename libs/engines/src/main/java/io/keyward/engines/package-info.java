/**
 * PostgreSQL and Kafka, the real programs, started from Java and without containers: for tests, and for the local stack. Both keep their
 * data in a folder of the caller's, listen on a port of the caller's, and can be stopped and started again on both.
 */
@NullMarked
package io.keyward.engines;

import org.jspecify.annotations.NullMarked;
