/** Which credentials are in which project, and with which roles. */
@NullMarked
package io.keyward.config.access.project;

import org.jspecify.annotations.NullMarked;
