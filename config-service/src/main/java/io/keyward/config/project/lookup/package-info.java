/** What clients look up beside a project: by its name, by its organisation, and the small things that come with it. */
@NullMarked
package io.keyward.config.project.lookup;

import org.jspecify.annotations.NullMarked;
