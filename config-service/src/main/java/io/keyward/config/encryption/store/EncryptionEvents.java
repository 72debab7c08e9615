package io.keyward.config.encryption.store;

import io.keyward.config.activity.Journal;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.AwsAccess;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells, in the caller's open transaction, what a project's KMS configuration is from now on. Raises the row's revision. */
@ApplicationScoped
class EncryptionEvents {
    private static final Actor SELF = Actor.system("config-service");

    private final Journal journal;
    private final Revisions revisions;
    private final KeyAccessStore accesses;
    private final EncryptionColumns columns;
    private final Clock clock;

    EncryptionEvents(
            Journal journal, Revisions revisions, KeyAccessStore accesses, EncryptionColumns columns, Clock clock) {
        this.journal = journal;
        this.revisions = revisions;
        this.accesses = accesses;
        this.columns = columns;
        this.clock = clock;
    }

    /** @param keys every key from now on, those of each provider with the current one first */
    Uni<Void> changed(EncryptionEntity row, List<ProjectKey> keys, Actor actor) {
        return next(row, keys, actor).chain(event -> journal.append(Topics.ENCRYPTION, event));
    }

    /** Tells of it as it is: the database was restored, and others may know something else. */
    Uni<Void> restated(EncryptionEntity row, List<ProjectKey> keys) {
        return next(row, keys, SELF).chain(event -> journal.publish(Topics.ENCRYPTION, event));
    }

    private Uni<EncryptionEvent> next(EncryptionEntity row, List<ProjectKey> keys, Actor actor) {
        row.revision = revisions.next(row.revision);
        EncryptionConfig config = columns.config(row);
        return accesses(row.groupId, keys)
                .map(found -> keys.stream()
                        .flatMap(key -> uses(config, key, Objects.requireNonNull(found.get(key.opener()))))
                        .toList())
                .map(uses -> event(row, config, uses, actor));
    }

    private EncryptionEvent event(EncryptionEntity row, EncryptionConfig config, List<KeyUse> uses, Actor actor) {
        return config.keys().isEmpty()
                ? new EncryptionDisabled(row.groupId, row.revision, clock.instant(), actor, uses)
                : new EncryptionConfigured(row.groupId, row.revision, clock.instant(), actor, uses);
    }

    private Uni<Map<Opener, KeyAccess>> accesses(String groupId, List<ProjectKey> keys) {
        return Multi.createFrom()
                .iterable(keys.stream().map(ProjectKey::opener).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(
                        opener -> accesses.find(groupId, opener).map(found -> Map.entry(opener, found.orElseThrow())))
                .collect()
                .in(HashMap::new, (all, found) -> all.put(found.getKey(), found.getValue()));
    }

    private static Stream<KeyUse> uses(EncryptionConfig config, ProjectKey key, KeyAccess access) {
        boolean privately = config.key(key.provider())
                .map(KmsConfig::requirePrivateNetworking)
                .orElse(false);
        return key.uses().stream()
                .map(use -> new KeyUse(
                        use.keyUseId(),
                        key.provider().name(),
                        use.name(),
                        use.region().cloudName(),
                        use.region().equals(key.home()),
                        privately,
                        aws(access),
                        key.id(),
                        key.isFormer(),
                        azure(key.config(), access),
                        google(access)));
    }

    private static @Nullable AwsAccess aws(KeyAccess access) {
        return access instanceof KeyAccess.AssumedRole(String roleArn, String externalId)
                ? new AwsAccess(roleArn, externalId)
                : null;
    }

    private static @Nullable AzureAccess azure(KmsConfig key, KeyAccess access) {
        return key instanceof AzureVault vault && access instanceof KeyAccess.AzureApplication application
                ? vault.usedAs(application)
                : null;
    }

    private static @Nullable GoogleAccess google(KeyAccess access) {
        return access instanceof KeyAccess.GoogleAccount(var credentialId, var serviceAccount)
                ? new GoogleAccess(credentialId, serviceAccount)
                : null;
    }
}
