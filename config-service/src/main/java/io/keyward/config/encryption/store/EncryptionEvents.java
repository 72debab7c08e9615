package io.keyward.config.encryption.store;

import static java.util.Objects.requireNonNull;

import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
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

    /** @param keys every key use from now on, the home one first */
    Uni<Void> configured(EncryptionEntity row, List<KeyInUse> keys, AwsRole role, Actor actor) {
        row.revision = revisions.next(row.revision);
        AwsAccess access = new AwsAccess(requireNonNull(role.arn()), role.externalId());
        List<KeyUse> uses = keys.stream()
                .map(key -> new KeyUse(
                        key.keyUseId(),
                        "AWS",
                        key.arn(),
                        key.region().cloudName(),
                        key.region().name().equals(row.awsRegion),
                        row.awsPrivateNetworking,
                        access,
                        null,
                        false))
                .toList();
        return outbox.append(
                Topics.ENCRYPTION, new EncryptionConfigured(row.groupId, row.revision, clock.instant(), actor, uses));
    }

    Uni<Void> disabled(EncryptionEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        return outbox.append(
                Topics.ENCRYPTION,
                new EncryptionDisabled(row.groupId, row.revision, clock.instant(), actor, List.of()));
    }
}
