package io.keyward.local.chaos.blow;

import java.util.Arrays;
import java.util.List;

/** What can be struck. Of each kind one at a time is away, so that two may be away at once, but never a service and its own replica. */
public enum Target {
    CONFIG("config-service", false),
    ENDPOINT("endpoint-service", false),
    VALIDATION("validation-service", false),
    SECOND_VALIDATION("the second validation-service", false),
    POSTGRES("PostgreSQL", true),
    KAFKA("Kafka", true),
    CLOUD("the cloud", true);

    private final String word;
    private final boolean engine;

    Target(String word, boolean engine) {
        this.word = word;
        this.engine = engine;
    }

    /** For people. */
    public String word() {
        return word;
    }

    static List<Target> of(Lane lane) {
        return Arrays.stream(values())
                .filter(target -> target.engine == (lane == Lane.ENGINES))
                .toList();
    }

    /** Targets of one lane are struck one after the other; lanes know nothing of each other. */
    enum Lane {
        SERVICES,
        ENGINES
    }
}
