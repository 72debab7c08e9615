package io.keyward.local.service;

/** A service that runs as a process of its own. */
public enum Service {
    CONFIG("config-service", "config"),
    ENDPOINT("endpoint-service", "endpoint"),
    VALIDATION("validation-service", "validation");

    private final String folder;
    private final String database;

    Service(String folder, String database) {
        this.folder = folder;
        this.database = database;
    }

    /** Its folder in the repository, which is also its name in logs. */
    public String folder() {
        return folder;
    }

    /** Its database, which no other service uses. */
    public String database() {
        return database;
    }
}
