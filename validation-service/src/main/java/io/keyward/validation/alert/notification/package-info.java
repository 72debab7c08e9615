/**
 * What is told about alerts: all that there is to say, and to whom, written in the transaction of what caused it. The sub-packages put it into each channel's
 * words ({@code form}), find out whom to write to ({@code people}), and deliver it ({@code delivery}, over {@code transport}).
 */
@NullMarked
package io.keyward.validation.alert.notification;

import org.jspecify.annotations.NullMarked;
