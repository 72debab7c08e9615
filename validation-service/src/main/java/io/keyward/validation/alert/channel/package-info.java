/**
 * How people are told: the notifications of an alert configuration, one record for each kind of channel, and what of them is secret. A secret is sealed as
 * soon as it is read and never shown again; what is shown is remembered beside it.
 */
@NullMarked
package io.keyward.validation.alert.channel;

import org.jspecify.annotations.NullMarked;
