package io.keyward.config.role;

import io.keyward.atlas.region.Cloud;
import java.time.Instant;

/**
 * A Google service account of ours that a customer lets in. All roles of a project have the same account.
 *
 * @param email the account's name at Google, to which the customer grants the use of a key
 * @param ready whether it is known everywhere; the first of a project is not at once
 */
public record GcpAccount(String id, String groupId, String email, boolean ready, Instant createdAt)
        implements CloudRole {

    @Override
    public Cloud cloud() {
        return Cloud.GCP;
    }

    GcpAccount readyIf(boolean known) {
        return new GcpAccount(id, groupId, email, known, createdAt);
    }
}
