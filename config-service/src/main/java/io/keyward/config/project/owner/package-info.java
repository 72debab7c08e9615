/** Whom to tell what happens to a project. */
@NullMarked
package io.keyward.config.project.owner;

import org.jspecify.annotations.NullMarked;
