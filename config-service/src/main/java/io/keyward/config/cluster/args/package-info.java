/**
 * Settings of the database processes, kept for each cluster as they were sent. Whatever runs the databases reads them here.
 */
@NullMarked
package io.keyward.config.cluster.args;

import org.jspecify.annotations.NullMarked;
