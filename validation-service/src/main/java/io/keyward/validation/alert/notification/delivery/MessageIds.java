package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.Occasion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Message-IDs that are the same whenever the same mail to the same recipient is sent again, so that mail programs show it once. */
final class MessageIds {
    private static final int BYTES = 12;

    private MessageIds() {}

    /** @param from the sender's address; its domain is the id's */
    static String of(String alertId, Occasion occasion, String recipient, String from) {
        return "<" + alertId + "." + occasion.name().toLowerCase(Locale.ROOT) + "." + digest(recipient) + "@"
                + domain(from) + ">";
    }

    private static String digest(String recipient) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String domain(String from) {
        return from.substring(from.lastIndexOf('@') + 1).replaceAll("[>\\s]", "");
    }
}
