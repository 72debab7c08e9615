package io.keyward.validation.recording;

import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.contracts.KeyEvent.KeyFoundUnusable;
import io.keyward.contracts.KeyEvent.KeyHeld;
import io.keyward.contracts.KeyEvent.KeyRevoked;
import io.keyward.contracts.KeyEvent.KeyUnverified;
import io.keyward.contracts.KeyEvent.KeyValidated;
import io.keyward.validation.check.ReportedEvidence;
import io.keyward.validation.keyuse.ToldKey;
import java.time.Instant;
import java.util.Optional;

/** Results as {@code keyward.keys} tells of them. */
final class KeyEvents {
    private KeyEvents() {}

    /** The event that announces {@code record}; empty when there is nothing to announce. */
    static Optional<KeyEvent> of(CheckRecord record, long revision, Instant now) {
        var id = record.keyUse().id();
        var actor = record.actor();
        var facts = facts(record);
        var evidence = ReportedEvidence.of(record.check());
        return switch (record.ruling().announcement()) {
            case NOTHING -> Optional.empty();
            case VALIDATED -> Optional.of(new KeyValidated(id, revision, now, actor, facts, evidence));
            case REVOKED -> Optional.of(new KeyRevoked(id, revision, now, actor, facts, evidence));
            case HELD -> Optional.of(new KeyHeld(id, revision, now, actor, facts, evidence));
            case FOUND_UNUSABLE -> Optional.of(new KeyFoundUnusable(id, revision, now, actor, facts, evidence));
            case UNVERIFIED -> Optional.of(new KeyUnverified(id, revision, now, actor, facts, evidence));
        };
    }

    private static KeyFacts facts(CheckRecord record) {
        return ToldKey.facts(record.keyUse(), record.ruling().next(), record.startedAt(), record.life());
    }
}
