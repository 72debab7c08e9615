/**
 * How a packaged service becomes a process: which archives, on what kind of virtual machine, from which cache, and when it counts as ready. Knows nothing of what the service
 * is told or stands on.
 */
@NullMarked
package io.keyward.local.service.process;

import org.jspecify.annotations.NullMarked;
