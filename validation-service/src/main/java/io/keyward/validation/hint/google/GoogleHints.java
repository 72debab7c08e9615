package io.keyward.validation.hint.google;

import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.hint.event.Concern;

/** Hints of Google Cloud: what a message of Pub/Sub is about. */
public final class GoogleHints {

    private GoogleHints() {}

    /** The key uses of Google Cloud that the message may be about. */
    public static Concern concernOf(PubSubPush push) {
        var hint = AuditLogReader.read(push);
        return use -> use.access() instanceof KeyAccess.GoogleAccount
                && hint.filter(about -> GoogleHintRules.concerns(about, use.key()))
                        .isPresent();
    }
}
