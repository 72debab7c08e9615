/**
 * Hints of AWS, as EventBridge sends them. {@code EventBridgeReader} takes from an event what names keys and roles, {@code AwsHintRules} decides which key
 * uses it may be about.
 */
@NullMarked
package io.keyward.validation.hint.aws;

import org.jspecify.annotations.NullMarked;
