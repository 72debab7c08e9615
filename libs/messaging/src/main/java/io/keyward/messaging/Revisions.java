package io.keyward.messaging;

import io.keyward.contracts.Revision;
import jakarta.enterprise.context.ApplicationScoped;

/** Numbers the changes of aggregates, within the installation's epoch. */
@ApplicationScoped
public class Revisions {
    private final MessagingConfig config;

    Revisions(MessagingConfig config) {
        this.config = config;
    }

    /** The revision after {@code current}, which is 0 for a new aggregate. */
    public long next(long current) {
        return Revision.after(current, config.revisionEpoch());
    }

    /**
     * Whether {@code revision} was given under an earlier epoch. The database was restored since: others may have been told more than it knows, and would
     * pass over what is told with that revision. Not so of 0, under which nothing was told.
     */
    public boolean isOfEarlierEpoch(long revision) {
        return revision > 0 && revision < Revision.floor(config.revisionEpoch());
    }
}
