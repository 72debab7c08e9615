package io.keyward.validation.operator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/**
 * Tells operators what is wrong with the installation itself. There is one open alert of each type: who finds the same again updates it. Takes part in the
 * caller's transaction; without one, it makes its own.
 */
@ApplicationScoped
public class OperatorAlerts {
    private final OperatorAlertStore store;

    OperatorAlerts(OperatorAlertStore store) {
        this.store = store;
    }

    /**
     * Opens the alert of that type, or updates the open one. Saying the same again is no news.
     *
     * @param explanation what happened, in whole sentences
     * @param remedy what to do, in whole sentences
     * @param facts what it rests on, for example how many keys are held; in place of those that were told before
     */
    public Uni<Void> open(OperatorAlertType type, String explanation, String remedy, Map<String, String> facts) {
        return store.open(type, explanation, remedy, facts);
    }

    /**
     * Closes the open alert of that type, if there is one.
     *
     * @param ending how it ended, in whole sentences
     */
    public Uni<Void> close(OperatorAlertType type, String ending) {
        return store.close(type, ending);
    }

    /** Closes the open alert of that type, if there is one and nothing new was told of it since then. */
    public Uni<Void> closeIfQuietSince(OperatorAlertType type, Instant then, String ending) {
        return store.closeIfQuietSince(type, then, ending);
    }
}
