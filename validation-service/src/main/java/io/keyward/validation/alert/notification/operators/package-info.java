/** The channels by which whoever runs the installation is told: settings, so that they work while nothing else does. */
@NullMarked
package io.keyward.validation.alert.notification.operators;

import org.jspecify.annotations.NullMarked;
