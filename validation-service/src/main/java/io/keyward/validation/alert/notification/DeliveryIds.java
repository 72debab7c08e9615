package io.keyward.validation.alert.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Ids that are the same whenever the same is sent again to the same recipient, so that whoever gets it twice knows. */
public final class DeliveryIds {
    private static final int BYTES = 12;

    private DeliveryIds() {}

    /**
     * A mail's Message-ID.
     *
     * @param from the sender's address; its domain is the id's
     */
    public static String ofMail(String alertId, Occasion occasion, String recipient, String from) {
        return "<" + of(alertId, occasion, 0, recipient) + "@" + domain(from) + ">";
    }

    /**
     * Of anything else.
     *
     * @param sequence which reminder it is; 0 for what is said once
     */
    public static String of(String alertId, Occasion occasion, int sequence, String recipient) {
        var which = sequence == 0 ? "" : "-" + sequence;
        return alertId + "." + occasion.name().toLowerCase(Locale.ROOT) + which + "." + digest(recipient);
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
