package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.condition.Subject.Kind;
import io.keyward.validation.alert.configuration.AlertConfiguration.Severity;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Notices as they are written in earnest, for golden files and for the manual. */
public final class Samples {
    public static final String ALERT_ID = "66f0c0ffee66f0c0ffee66f0";
    public static final String GROUP_ID = "64b0c0ffee64b0c0ffee64b0";
    public static final Instant SINCE = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private Samples() {}

    /** A key was disabled, and two clusters are stopped. */
    public static Notice opened() {
        return NoticeRules.opened(alert(), "Shop", null);
    }

    /** It is back, and so are they. */
    public static Notice recovered() {
        return NoticeRules.recovered(
                alert(),
                "Shop",
                null,
                List.of(new Fate("orders", "runs again"), new Fate("payments", "was deleted meanwhile")));
    }

    /** One for whoever runs the installation. */
    public static Notice forOperators() {
        return Notice.forOperators(
                ALERT_ID,
                Occasion.OPENED,
                Severity.CRITICAL,
                "GUARD_HOLDING",
                "condemning is held: 41 keys are suspect",
                Map.of("Suspect keys", "41"),
                SINCE,
                null,
                "More keys than usual would be condemned at once, of several organisations. Nothing of that is stopped.",
                "Look at GET /api/keyward/v1/guard, then release or refuse.",
                "It is held until somebody decides.");
    }

    /** An alert that stops two clusters. */
    public static Alert alert() {
        return new Alert(
                ALERT_ID,
                GROUP_ID,
                "64b0c0ffee64b0c0ffee64b2",
                AlertType.AWS_ENCRYPTION_KEY_INVALID,
                new Subject(Kind.KEY_USE, "k", ARN, "us-east-1"),
                new Content(
                        "KEY_DISABLED",
                        "The key is disabled.",
                        "Enable the key in AWS KMS (EnableKey).",
                        SINCE,
                        List.of(new AffectedCluster("c1", "orders"), new AffectedCluster("c2", "payments")),
                        List.of()),
                Alert.Status.OPEN,
                SINCE,
                SINCE,
                SINCE.plusSeconds(3600),
                "The key was used with success again.",
                null,
                null,
                1);
    }
}
