package io.keyward.validation.alert.rules;

import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.keyuse.KeyUse;
import java.util.List;
import java.util.stream.Collectors;

/** What alerts say where no provider's answer says it. */
final class AlertWords {
    static final String STOP_UNANSWERED = "The cluster was told to stop, because %s, and nobody has seen it stop.";
    static final String STOP_DEFERRED =
            "The cluster was told to stop, because %s, and its driver says that it cannot stop it yet.";
    static final String BY_KEY = "its key may no longer be used";
    static final String BY_HAND = "a person paused it";
    static final String BY_CLOUDS = "private networking cannot serve the several clouds that it is on";
    static final String ONE_CLOUD =
            "Move the cluster to one cloud, or turn private networking off once the project has no private endpoint left. It starts by itself then. Its data is kept meanwhile.";
    static final String LOOK_AT_THE_DRIVER =
            "Look at whatever runs the cluster: it follows the topic keyward.enforcement, and has to stop the cluster and report it. Until then the data may still be in use.";

    private static final String NOT_STOPPED =
            " Nothing more was stopped: the project observes, or enforcement is frozen. It would have stopped: ";

    private static final String HELD =
            " The key seems to be taken away, as many others at once. Nothing is stopped for it before an operator has looked at that.";

    private AlertWords() {}

    /** What to add about a key that the guard holds; nothing about another one. */
    static String held(KeyUse use) {
        return use.heldSince() == null ? "" : HELD;
    }

    /** What to add when clusters were spared a stop; nothing when none were. */
    static String spared(List<AffectedCluster> clusters) {
        return clusters.isEmpty()
                ? ""
                : NOT_STOPPED + clusters.stream().map(AffectedCluster::name).collect(Collectors.joining(", ")) + ".";
    }
}
