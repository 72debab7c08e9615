package io.keyward.validation.hint.azure;

import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.hint.event.Concern;

/** Hints of Azure: what an event of Event Grid is about. */
public final class AzureHints {

    private AzureHints() {}

    /** The key uses of Azure that the event may be about. */
    public static Concern concernOf(EventGridEvent event) {
        var hint = EventGridReader.read(event);
        return use -> use.access() instanceof KeyAccess.AzureApplication application
                && AzureHintRules.concerns(hint, use.key(), application);
    }
}
