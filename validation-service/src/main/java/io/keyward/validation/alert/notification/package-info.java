/**
 * What is mailed about alerts: written in the transaction of what caused it. The sub-package {@code delivery} sends it.
 */
@NullMarked
package io.keyward.validation.alert.notification;

import org.jspecify.annotations.NullMarked;
