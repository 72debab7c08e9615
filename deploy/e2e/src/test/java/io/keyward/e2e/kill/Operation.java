package io.keyward.e2e.kill;

/** What happens in a project's life, in this order. Each has to end as wanted, whoever is killed in the middle of it. */
public enum Operation {
    ENABLE,
    CREATE_ENDPOINT,
    CREATE_CLUSTER,
    STOP,
    RESUME,
    LOSE_ENDPOINT,
    DELETE_CLUSTER,
    DELETE_ENDPOINT,
    OPEN_NETWORK;

    /** Whether it happens to each region by itself, so that no project keeps another from getting to its point. */
    boolean isSideBySide() {
        return this == LOSE_ENDPOINT;
    }
}
