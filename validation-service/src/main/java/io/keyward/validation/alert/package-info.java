/**
 * What people have to know of: alerts that open and close with the conditions behind them, over HTTP, as events, and by every channel. The sub-packages:
 * {@code condition} says what there is to know, {@code rules} decides, {@code store} keeps and publishes, {@code setup} knows which alerts a project has,
 * {@code api} answers, and {@code notification} tells.
 */
@NullMarked
package io.keyward.validation.alert;

import org.jspecify.annotations.NullMarked;
