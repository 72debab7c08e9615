package io.keyward.validation.hint.aws;

import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.hint.event.Concern;

/** Hints of AWS: what an event of EventBridge is about. */
public final class AwsHints {

    private AwsHints() {}

    /** The key uses of AWS that the event may be about. */
    public static Concern concernOf(EventBridgeEvent event) {
        var hint = EventBridgeReader.read(event);
        return use -> use.access() instanceof KeyAccess.AwsRole role
                && AwsHintRules.concerns(hint, use.key(), role.roleArn());
    }
}
