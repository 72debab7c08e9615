package io.keyward.config.encryption;

import static java.util.Objects.requireNonNull;

import io.keyward.atlas.AwsRegion;
import io.keyward.config.role.AwsRole;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EncryptionEvent.AwsAccess;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Tells, in the caller's open transaction, what a project's KMS configuration is from now on. Raises the row's revision. */
@ApplicationScoped
class EncryptionEvents {
    private final Outbox outbox;
    private final Revisions revisions;
    private final Clock clock;

    EncryptionEvents(Outbox outbox, Revisions revisions, Clock clock) {
        this.outbox = outbox;
        this.revisions = revisions;
        this.clock = clock;
    }

    Uni<Void> configured(EncryptionEntity row, AwsRole role, Actor actor) {
        row.revision = revisions.next(row.revision);
        KeyUse use = new KeyUse(
                requireNonNull(row.keyUseId),
                "AWS",
                requireNonNull(row.keyArn),
                AwsRegion.valueOf(requireNonNull(row.awsRegion)).cloudName(),
                true,
                row.awsPrivateNetworking,
                new AwsAccess(requireNonNull(role.arn()), role.externalId()));
        return outbox.append(
                Topics.ENCRYPTION,
                new EncryptionConfigured(row.groupId, row.revision, clock.instant(), actor, List.of(use)));
    }

    Uni<Void> disabled(EncryptionEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        return outbox.append(
                Topics.ENCRYPTION, new EncryptionDisabled(row.groupId, row.revision, clock.instant(), actor));
    }
}
