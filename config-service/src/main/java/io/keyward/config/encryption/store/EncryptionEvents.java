package io.keyward.config.encryption.store;

import static java.util.Objects.requireNonNull;

import io.keyward.config.activity.Journal;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleStore;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.AwsAccess;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Tells, in the caller's open transaction, what a project's KMS configuration is from now on. Raises the row's revision. */
@ApplicationScoped
class EncryptionEvents {
    private final Journal journal;
    private final Revisions revisions;
    private final RoleStore roles;
    private final Clock clock;

    EncryptionEvents(Journal journal, Revisions revisions, RoleStore roles, Clock clock) {
        this.journal = journal;
        this.revisions = revisions;
        this.roles = roles;
        this.clock = clock;
    }

    /** @param keys every key from now on, the current one first; one role opens them all */
    Uni<Void> changed(EncryptionEntity row, List<ProjectKey> keys, Actor actor) {
        row.revision = revisions.next(row.revision);
        return uses(row, keys)
                .map(uses -> event(row, uses, actor))
                .chain(event -> journal.append(Topics.ENCRYPTION, event));
    }

    private EncryptionEvent event(EncryptionEntity row, List<KeyUse> uses, Actor actor) {
        return row.awsEnabled
                ? new EncryptionConfigured(row.groupId, row.revision, clock.instant(), actor, uses)
                : new EncryptionDisabled(row.groupId, row.revision, clock.instant(), actor, uses);
    }

    private Uni<List<KeyUse>> uses(EncryptionEntity row, List<ProjectKey> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(List.of())
                : roles.find(row.groupId, keys.getFirst().roleId())
                        .map(role -> access(role.orElseThrow()))
                        .map(access -> keys.stream()
                                .flatMap(key -> uses(row, key, access))
                                .toList());
    }

    private static AwsAccess access(AwsRole role) {
        return new AwsAccess(requireNonNull(role.arn()), role.externalId());
    }

    private static Stream<KeyUse> uses(EncryptionEntity row, ProjectKey key, AwsAccess access) {
        return key.uses().stream()
                .map(use -> new KeyUse(
                        use.keyUseId(),
                        "AWS",
                        use.arn(),
                        use.region().cloudName(),
                        use.region() == key.home(),
                        row.awsPrivateNetworking,
                        access,
                        key.id(),
                        key.isFormer()));
    }
}
