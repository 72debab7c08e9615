/** The switches of a project. They are kept for the clients that manage them; nothing here acts on them. */
@NullMarked
package io.keyward.config.project.settings;

import org.jspecify.annotations.NullMarked;
