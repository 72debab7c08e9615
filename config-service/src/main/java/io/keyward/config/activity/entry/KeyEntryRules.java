package io.keyward.config.activity.entry;

import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.KeyFacts;
import java.util.List;
import java.util.Optional;

/** What the log says of keys: the verdicts about them. */
final class KeyEntryRules {
    private KeyEntryRules() {}

    /** A verdict that is told again, because it could not be confirmed for a while, keeps its {@code since}: it is one occurrence. */
    static List<Finding> findings(KeyEvent event) {
        return switch (event) {
            case KeyEvent.KeyValidated e -> verdict(e, e.facts(), e.evidence(), ofProvider(e.facts(), true));
            case KeyEvent.KeyRevoked e -> verdict(e, e.facts(), e.evidence(), ofProvider(e.facts(), false));
            case KeyEvent.KeyHeld e -> held(e);
            case KeyEvent.KeyHoldDecided e -> decided(e);
            case KeyEvent.KeyFoundUnusable e ->
                verdict(e, e.facts(), e.evidence(), Optional.of(EventType.ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID));
            // No answer is no news of the key; when it lasts, an alert says so.
            case KeyEvent.KeyUnverified e -> List.of();
            // The configuration was changed, and logged.
            case KeyEvent.KeyRetired e -> List.of();
            case KeyEvent.Unrecognized e -> List.of();
        };
    }

    private static List<Finding> verdict(KeyEvent event, KeyFacts facts, Evidence evidence, Optional<EventType> type) {
        String occurrence = "key %s %s %s".formatted(event.keyUseId(), facts.verdict(), facts.since());
        return type
                .map(known -> ActivityEntry.ofProject(
                        facts.groupId(),
                        known,
                        "The key %s in %s is %s now: %s"
                                .formatted(facts.key(), facts.region(), facts.verdict(), evidence.explanation()),
                        event.actor(),
                        event.occurredAt()))
                .map(entry -> new Finding(entry, List.of(occurrence)))
                .stream()
                .toList();
    }

    /** A hold that is told again is one occurrence. */
    private static List<Finding> held(KeyEvent.KeyHeld event) {
        KeyFacts facts = event.facts();
        return List.of(new Finding(
                ActivityEntry.ofProject(
                        facts.groupId(),
                        EventType.ENCRYPTION_AT_REST_KEY_HELD,
                        "The key %s in %s seems to be taken away, as many others at once. Nothing is stopped for it before an operator has looked: %s"
                                .formatted(
                                        facts.key(),
                                        facts.region(),
                                        event.evidence().explanation()),
                        event.actor(),
                        event.occurredAt()),
                List.of("hold %s %s".formatted(event.keyUseId(), facts.heldSince()))));
    }

    private static List<Finding> decided(KeyEvent.KeyHoldDecided event) {
        return switch (event.decision()) {
            case "RELEASE" ->
                decided(
                        event,
                        EventType.ENCRYPTION_AT_REST_KEY_RELEASED,
                        "is no longer held: clusters that use it stop if it is still refused.");
            case "REFUSE" ->
                decided(
                        event,
                        EventType.ENCRYPTION_AT_REST_KEY_REFUSED,
                        "is no longer held: it was found not to be taken away, and is checked on as usual.");
            // Of a newer version.
            default -> List.of();
        };
    }

    private static List<Finding> decided(KeyEvent.KeyHoldDecided event, EventType type, String what) {
        KeyFacts facts = event.facts();
        return Finding.once(ActivityEntry.ofProject(
                facts.groupId(),
                type,
                "The key %s in %s %s".formatted(facts.key(), facts.region(), what),
                event.actor(),
                event.occurredAt()));
    }

    /** Nothing for a provider of a newer version. */
    private static Optional<EventType> ofProvider(KeyFacts facts, boolean isValid) {
        return switch (facts.provider()) {
            case "AWS" ->
                Optional.of(isValid ? EventType.AWS_ENCRYPTION_KEY_VALID : EventType.AWS_ENCRYPTION_KEY_INVALID);
            case "AZURE" ->
                Optional.of(isValid ? EventType.AZURE_ENCRYPTION_KEY_VALID : EventType.AZURE_ENCRYPTION_KEY_INVALID);
            case "GCP" ->
                Optional.of(isValid ? EventType.GCP_ENCRYPTION_KEY_VALID : EventType.GCP_ENCRYPTION_KEY_INVALID);
            default -> Optional.empty();
        };
    }
}
