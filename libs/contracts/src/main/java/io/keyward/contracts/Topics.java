package io.keyward.contracts;

/** The topics, one per aggregate; messages are keyed by the aggregate's id. Beside each lies its {@code .dead-letter}. */
public final class Topics {
    public static final String PROJECTS = "keyward.projects";
    public static final String ACCESS = "keyward.access";
    public static final String ENCRYPTION = "keyward.encryption";
    public static final String CLUSTERS = "keyward.clusters";
    public static final String ENDPOINTS = "keyward.endpoints";
    public static final String KEYS = "keyward.keys";
    public static final String ENFORCEMENT = "keyward.enforcement";
    public static final String ALERTS = "keyward.alerts";
    public static final String BACKUPS = "keyward.backups";
    public static final String MODES = "keyward.modes";

    private Topics() {}

    /** Where a message of {@code topic} goes that nobody can read. */
    public static String deadLetterOf(String topic) {
        return topic + ".dead-letter";
    }
}
