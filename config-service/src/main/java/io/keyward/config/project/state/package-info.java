/** Whether a project is active or suspended. */
@NullMarked
package io.keyward.config.project.state;

import org.jspecify.annotations.NullMarked;
