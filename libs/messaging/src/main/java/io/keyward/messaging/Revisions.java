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
}
