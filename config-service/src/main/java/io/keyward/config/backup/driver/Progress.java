package io.keyward.config.backup.driver;

/** How far a driver says it got with a request. */
public enum Progress {
    IN_PROGRESS,
    COMPLETED,
    FAILED
}
