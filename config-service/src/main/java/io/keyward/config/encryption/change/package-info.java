/**
 * Changes of a project's KMS configuration: judged, either told as a forecast or carried out. What a forecast names as standing in the way is
 * what the change itself is refused for, because one judgement serves both.
 */
@NullMarked
package io.keyward.config.encryption.change;

import org.jspecify.annotations.NullMarked;
