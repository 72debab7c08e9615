/** The end of a project: first its private endpoints have to be gone, then its clusters, then its snapshots. Whoever owns those implements what is asked here. */
@NullMarked
package io.keyward.config.project.closing;

import org.jspecify.annotations.NullMarked;
