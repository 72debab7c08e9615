package io.keyward.validation.alert.rules;

import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What alerts say of how old keys are and when they end. */
final class LifeWords {
    private static final String ANOTHER_KEY =
            "make a new key and name it in the project's encryption at rest; the clusters are re-wrapped under it while they run.";
    private static final String ANOTHER_VERSION =
            "Rotate the key at its provider, and name the new version in the project's encryption at rest; the clusters are re-wrapped under it while they run. Or "
                    + ANOTHER_KEY;
    private static final String ROTATE_ON_AWS =
            "Rotate the key at its provider: that ends this alert once it is seen there, which takes up to a day, and needs kms:ListKeyRotations or kms:GetKeyRotationStatus for the project's role. Or "
                    + ANOTHER_KEY;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LifeWords() {}

    /** On AWS a rotated key is the same key; elsewhere a project names a version, and a rotation makes another one. */
    static String rotate(String provider) {
        return provider.equals("AWS") ? ROTATE_ON_AWS : ANOTHER_VERSION;
    }

    /**
     * @param since since when it is the project's key
     * @param from from when its age counts
     */
    static String ofAge(Instant since, Instant from, @Nullable KeyLife life) {
        return "The key is older than the alert configuration allows. Its age counts from %s, %s%s"
                .formatted(time(from), from.equals(since) ? ofAdoption(life) : ofRotation(life), ofNext(life));
    }

    private static String ofAdoption(@Nullable KeyLife life) {
        var rotatedAt = life == null ? null : life.rotatedAt();
        var source = life == null ? null : life.rotationSource();
        return rotatedAt == null || source == null
                ? "when it became the project's key. Nothing is known of its rotation: its provider does not tell the project's role, or was not asked yet."
                : "when it became the project's key; before that "
                        + switch (source) {
                            case ROTATION_RECORD -> "its provider recorded a rotation on " + time(rotatedAt) + ".";
                            case ROTATION_SCHEDULE ->
                                "it was rotated on " + time(rotatedAt) + ", reckoned from its rotation schedule.";
                            case CREATION -> "it was made on " + time(rotatedAt) + ", and no rotation of it is known.";
                        };
    }

    private static String ofRotation(@Nullable KeyLife life) {
        var source = life == null ? null : life.rotationSource();
        if (source == null) {
            return "when it was rotated.";
        }
        return switch (source) {
            case ROTATION_RECORD -> "when it was rotated, as its provider's record says.";
            case ROTATION_SCHEDULE -> "when it was rotated, reckoned from its rotation schedule.";
            case CREATION -> "when it was made; no rotation of it is known.";
        };
    }

    private static String ofNext(@Nullable KeyLife life) {
        var next = life == null ? null : life.nextRotationAt();
        return next == null ? "" : " Its provider rotates it by itself on " + time(next) + ".";
    }

    static String ofEnd(End end, Instant endsAt, Instant now) {
        return switch (end) {
                    case DELETION -> "The key is scheduled for deletion on ";
                    case MATERIAL_EXPIRY -> "The imported material of the key expires on ";
                    case KEY_EXPIRY -> "The key expires on ";
                    case CREDENTIAL_EXPIRY -> "What opens the key for the project expires on ";
                }
                + "%s. When this was written, on %s, %s left. %s"
                        .formatted(time(endsAt), time(now), hours(now, endsAt), ofAfterwards(end));
    }

    private static String ofAfterwards(End end) {
        return switch (end) {
            case DELETION -> "From then on nobody can ever read again what is encrypted with it.";
            case MATERIAL_EXPIRY ->
                "From then on the clusters that use it are stopped, until the same material is imported again.";
            case KEY_EXPIRY, CREDENTIAL_EXPIRY -> "From then on nothing can be encrypted or decrypted with it.";
        };
    }

    static String remedy(End end) {
        return switch (end) {
            case DELETION ->
                "Cancel the deletion and enable the key. If it is to go, name another key in the project's encryption at rest first, while this one works, and wait until nothing uses this one any more.";
            case MATERIAL_EXPIRY ->
                "Import the same material again, without an expiry or with a later one, or name another key in the project's encryption at rest.";
            case KEY_EXPIRY ->
                "Give the key a later last day, or name another key in the project's encryption at rest.";
            case CREDENTIAL_EXPIRY -> "Make new credentials and name them in the project's encryption at rest.";
        };
    }

    private static String hours(Instant now, Instant endsAt) {
        long hours = Duration.between(now, endsAt).toHours();
        if (hours == 0) {
            return "less than an hour was";
        }
        return hours == 1 ? "1 hour was" : hours + " hours were";
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
