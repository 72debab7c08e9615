/** Which request, event, project and trace the work at hand belongs to, and the fields that lines of the log carry because of it. */
@NullMarked
package io.keyward.telemetry;

import org.jspecify.annotations.NullMarked;
