/**
 * Notices in the words of each channel: pure, one form for each, so that what people get can be read in the tests' golden files. A form answers the request
 * that delivers it, and never the secrets of another channel.
 */
@NullMarked
package io.keyward.validation.alert.notification.form;

import org.jspecify.annotations.NullMarked;
