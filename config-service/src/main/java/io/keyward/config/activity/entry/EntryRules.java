package io.keyward.config.activity.entry;

import io.keyward.contracts.AccessEvent;
import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.BackupEvent;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.Event;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.ModeEvent;
import io.keyward.contracts.ProjectEvent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table: what the log says of each event, and of which it says nothing because another one has said it. An event that is added to the
 * contracts does not compile here until it has its line.
 */
public final class EntryRules {
    private EntryRules() {}

    /** What {@code event} adds to the log, in this order; nothing where another event says the same. */
    public static List<Finding> findings(Event event) {
        return switch (event) {
            case ProjectEvent e -> project(e);
            case AccessEvent e -> access(e);
            case EncryptionEvent e -> encryption(e);
            case ClusterEvent e -> ClusterEntryRules.wanted(e);
            case EnforcementEvent e -> ClusterEntryRules.seen(e);
            case EndpointEvent e -> EndpointEntryRules.findings(e);
            case KeyEvent e -> KeyEntryRules.findings(e);
            case AlertEvent e -> AlertEntryRules.findings(e);
            case BackupEvent e -> BackupEntryRules.findings(e);
            case ModeEvent e -> mode(e);
        };
    }

    private static List<Finding> project(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectCreated e ->
                project(e, e.groupId(), EventType.GROUP_CREATED, "The project %s was created.".formatted(e.name()));
            case ProjectEvent.ProjectUpdated e ->
                project(e, e.groupId(), EventType.GROUP_UPDATED, "The project is named %s.".formatted(e.name()));
            case ProjectEvent.ProjectStateChanged e ->
                project(
                        e,
                        e.groupId(),
                        EventType.GROUP_STATE_CHANGED,
                        "The project %s is %s now.".formatted(e.name(), e.state()));
            case ProjectEvent.ProjectDeleted e ->
                project(e, e.groupId(), EventType.GROUP_DELETED, "The project %s was deleted.".formatted(e.name()));
            case ProjectEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> project(Event event, String groupId, EventType type, String detail) {
        return Finding.once(ActivityEntry.ofProject(groupId, type, detail, event.actor(), event.occurredAt()));
    }

    /** What exactly was changed of a credential is logged where it is changed: its event tells nobody, on purpose. */
    private static List<Finding> access(AccessEvent event) {
        return switch (event) {
            case AccessEvent.CredentialCreated e -> credential(e, e.orgId(), e.kind(), e.name(), true);
            case AccessEvent.CredentialDeleted e -> credential(e, e.orgId(), e.kind(), e.name(), false);
            case AccessEvent.TokenRevoked e ->
                Finding.once(ActivityEntry.ofOrganization(
                        e.orgId(),
                        EventType.SERVICE_ACCOUNT_TOKEN_REVOKED,
                        "A token of the service account %s was revoked.".formatted(e.clientId()),
                        e.actor(),
                        e.occurredAt()));
            case AccessEvent.CredentialUpdated e -> List.of();
            case AccessEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> credential(
            AccessEvent event, String orgId, String kind, String name, boolean isCreated) {
        boolean isKey = kind.equals(AccessEvent.API_KEY);
        EventType created = isKey ? EventType.API_KEY_CREATED : EventType.SERVICE_ACCOUNT_CREATED;
        EventType deleted = isKey ? EventType.API_KEY_DELETED : EventType.SERVICE_ACCOUNT_DELETED;
        return Finding.once(ActivityEntry.ofOrganization(
                orgId,
                isCreated ? created : deleted,
                "The %s %s was %s."
                        .formatted(isKey ? "API key" : "service account", name, isCreated ? "created" : "deleted"),
                event.actor(),
                event.occurredAt()));
    }

    private static List<Finding> encryption(EncryptionEvent event) {
        return switch (event) {
            case EncryptionConfigured e -> configured(e);
            case EncryptionDisabled e ->
                project(
                        e,
                        e.groupId(),
                        EventType.ENCRYPTION_AT_REST_CONFIGURATION_UPDATED,
                        "Customer keys were disabled for the project.");
            case EncryptionEvent.Unrecognized e -> List.of();
        };
    }

    /** A key that is first told of beside former ones has just taken their place; what is changed later leaves it where it is. */
    private static List<Finding> configured(EncryptionConfigured event) {
        String detail = "The keys are now " + keys(event.keyUses()) + ".";
        String change = "encryption %s %d".formatted(event.groupId(), event.revision());
        Finding updated = finding(event, EventType.ENCRYPTION_AT_REST_CONFIGURATION_UPDATED, detail, List.of(change));
        return Stream.concat(
                        currentKeys(event)
                                .map(keyId -> finding(
                                        event,
                                        EventType.ENCRYPTION_AT_REST_KEY_ROTATION_STARTED,
                                        detail,
                                        List.of("rotation to key " + keyId, change))),
                        Stream.of(updated))
                .toList();
    }

    /** The keys that clusters are moving to: of the providers of which a former key is left. */
    private static Stream<String> currentKeys(EncryptionConfigured event) {
        Set<String> moving = event.keyUses().stream()
                .filter(KeyUse::former)
                .map(KeyUse::provider)
                .collect(Collectors.toSet());
        return event.keyUses().stream()
                .filter(use -> !use.former() && moving.contains(use.provider()))
                .map(KeyUse::keyId)
                .filter(Objects::nonNull)
                .distinct();
    }

    private static Finding finding(
            EncryptionConfigured event, EventType type, String detail, List<String> occurrences) {
        return new Finding(
                ActivityEntry.ofProject(event.groupId(), type, detail, event.actor(), event.occurredAt()), occurrences);
    }

    private static List<Finding> mode(ModeEvent event) {
        return switch (event) {
            case ModeEvent.ModeChanged e ->
                project(
                        e,
                        e.groupId(),
                        EventType.ENFORCEMENT_MODE_CHANGED,
                        "The mode of the project is %s%s.%s".formatted(e.effectiveMode(), followed(e.mode()), pace(e)));
            case ModeEvent.FreezeChanged e ->
                Finding.once(new ActivityEntry(
                        EventType.ENFORCEMENT_FREEZE_CHANGED,
                        null,
                        null,
                        null,
                        "Enforcement %s%s."
                                .formatted(
                                        e.frozen() ? "is frozen" : "goes on",
                                        e.reason() == null ? "" : ": " + e.reason()),
                        e.actor(),
                        e.occurredAt()));
            // Whose keys are held is told by the keys themselves.
            case ModeEvent.GuardChanged e -> List.of();
            case ModeEvent.HintSourceCreated e ->
                project(
                        e,
                        e.groupId(),
                        EventType.HINT_SOURCE_CREATED,
                        "The hint source %s for %s was created.".formatted(e.hintSourceId(), e.cloudProvider()));
            case ModeEvent.HintSourceDeleted e ->
                project(
                        e,
                        e.groupId(),
                        EventType.HINT_SOURCE_DELETED,
                        "The hint source %s was deleted.".formatted(e.hintSourceId()));
            case ModeEvent.Unrecognized e -> List.of();
        };
    }

    private static String pace(ModeEvent.ModeChanged event) {
        return event.effectiveCheckIntervalSeconds() == null
                ? ""
                : " Its keys are checked every %d seconds%s."
                        .formatted(event.effectiveCheckIntervalSeconds(), followed(event.checkIntervalSeconds()));
    }

    private static String followed(@Nullable Object own) {
        return own == null ? ", as the installation's" : "";
    }

    private static String keys(List<KeyUse> uses) {
        return uses.stream()
                .filter(use -> !use.former())
                .map(use -> "%s in %s%s"
                        .formatted(use.key(), use.region(), use.privateNetworking() ? " over private endpoints" : ""))
                .collect(Collectors.joining(", "));
    }
}
