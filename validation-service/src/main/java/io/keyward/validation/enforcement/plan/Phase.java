package io.keyward.validation.enforcement.plan;

import java.util.Optional;

/**
 * Where a cluster is between what is asked of its driver and what was seen of it.
 *
 * <pre>
 *            ┌──► STARTING ──────────► RUNNING ◄────── RESUMING ◄─┐
 *   NEW ─────┤        │                   │               │  ▲    │
 *            └──► STOPPING ◄──────────────┴───────────────┘  │    │
 *                     │  ├──► DEFERRED ──────────────────────┤    │
 *                     │  └───────┬──────► STOPPED ───────────┘    │
 *                     └──────────┴────────────────────────────────┘
 *   any of them ──► REMOVING ──► REMOVED
 * </pre>
 *
 * A phase whose name ends in -ING is a request that the driver has not yet been seen to carry out.
 */
public enum Phase {
    /** Known, and nothing was asked of the driver yet. Never left in the database at the end of a transaction. */
    NEW,
    /** Asked to be brought up for the first time. */
    STARTING,
    /** Seen running, and wanted so. */
    RUNNING,
    /** Asked to stop. */
    STOPPING,
    /** Asked to stop; the driver said that it cannot yet. */
    DEFERRED,
    /** Seen stopped, and wanted so. */
    STOPPED,
    /** Asked to start again after a stop. */
    RESUMING,
    /** Asked to be taken down for good. */
    REMOVING,
    /** Seen gone. Terminal. */
    REMOVED;

    /** Whether entering this phase asks something new of the driver, under a request revision of its own. */
    public boolean isRequest() {
        return switch (this) {
            case STARTING, STOPPING, RESUMING, REMOVING -> true;
            case NEW, RUNNING, DEFERRED, STOPPED, REMOVED -> false;
        };
    }

    /** What to ask for so that the cluster comes to this phase: one that {@link #isRequest()}. Nothing is asked of one that is gone. */
    public Phase request() {
        return switch (this) {
            case NEW, STARTING -> STARTING;
            case RUNNING, RESUMING -> RESUMING;
            case STOPPING, DEFERRED, STOPPED -> STOPPING;
            case REMOVING -> REMOVING;
            case REMOVED -> throw new IllegalStateException("nothing is asked of a cluster that is gone");
        };
    }

    /** What the driver has to see for the request to be carried out; empty where it owes nothing. */
    public Optional<Observed> fulfilledBy() {
        return switch (this) {
            case STARTING, RESUMING -> Optional.of(Observed.RUNNING);
            case STOPPING, DEFERRED -> Optional.of(Observed.STOPPED);
            case REMOVING -> Optional.of(Observed.REMOVED);
            case NEW, RUNNING, STOPPED, REMOVED -> Optional.empty();
        };
    }
}
