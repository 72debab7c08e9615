package io.keyward.validation.alert.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What is shown of a secret: enough to tell two apart, too little to use one. */
public final class Redaction {
    private static final String MASK = "*".repeat(28);
    private static final Pattern REDACTED = Pattern.compile("(?:[a-zA-Z]+://[^/]*/)?\\*{28}.{0,4}");
    private static final int SHOWN = 4;
    /** Of anything shorter, four characters would say too much. */
    private static final int SHORTEST = 12;

    private Redaction() {}

    /** Nothing but that there is something. */
    public static String whole(String secret) {
        return MASK;
    }

    /** All but the last characters is hidden. */
    public static String ofText(String secret) {
        return secret.length() < SHORTEST ? MASK : MASK + secret.substring(secret.length() - SHOWN);
    }

    /** The server is shown; whoever knows what comes behind it can write there. */
    public static String ofUrl(String url) {
        try {
            var parts = new URI(url);
            var port = parts.getPort() < 0 ? "" : ":" + parts.getPort();
            return parts.getScheme() + "://" + parts.getHost() + port + "/" + ofText(url);
        } catch (URISyntaxException e) {
            return ofText(url);
        }
    }

    /** Whether a text is what is shown of some secret. */
    public static boolean isShown(String text) {
        return REDACTED.matcher(text).matches();
    }
}
