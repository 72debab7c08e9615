package io.keyward.startup.rules;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keysets and pairs of credentials that are not whole. What is in them is never said. */
final class KeysetRules {
    private static final String SEALING = "keyward.secrets.keyset";
    private static final String INTERNAL = "keyward.internal.keyset";
    private static final Pattern JSON = Pattern.compile("\\{.*\"key\"\\s*:\\s*\\[.*}", Pattern.DOTALL);
    private static final Pattern KIND = Pattern.compile("\"typeUrl\"\\s*:\\s*\"[^\"]*\\.([A-Za-z]+)\"");
    private static final String HMAC = "JwtHmacKey";

    /** Each, and what has to come with it. */
    private static final Map<String, String> TOGETHER = Map.of(
            "keyward.aws.access-key-id", "keyward.aws.secret-access-key",
            "keyward.aws.secret-access-key", "keyward.aws.access-key-id",
            "keyward.bootstrap.client-id", "keyward.bootstrap.client-secret",
            "keyward.bootstrap.client-secret", "keyward.bootstrap.client-id");

    private KeysetRules() {}

    static Stream<Problem> problems(Settings settings) {
        boolean isEncrypted = settings.value(SEALING + "-encrypted-by").isPresent();
        return Stream.of(
                        isEncrypted ? Stream.<Problem>empty() : keyset(settings, SEALING, "AEAD", false),
                        keyset(settings, INTERNAL, "JWT HMAC", true),
                        halves(settings))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> keyset(Settings settings, String property, String kind, boolean hmac) {
        Optional<String> file = settings.value(property + "-file");
        if (file.isPresent() && settings.value(property).isPresent()) {
            return Stream.of(new Problem(
                    property + "-file", "is set, and " + property + " too", "nothing, or leave out the other", null));
        }
        Optional<String> keyset = settings.valueOrFile(property);
        if (file.isPresent() && keyset.isEmpty()) {
            return Stream.of(new Problem(
                    property + "-file",
                    "names a file that cannot be read",
                    "the path of a file that the service may read",
                    null));
        }
        return keyset.filter(text -> !isOf(text, hmac)).stream()
                .map(text -> new Problem(
                        file.isPresent() ? property + "-file" : property,
                        "does not hold a Tink keyset of " + kind + " keys as JSON",
                        (file.isPresent() ? "a file that holds one" : "one")
                                + ", made for this installation: deploy/compose/init shows how",
                        null));
    }

    private static boolean isOf(String text, boolean hmac) {
        return JSON.matcher(text.strip()).matches()
                && KIND.matcher(text).results().allMatch(kind -> kind.group(1).equals(HMAC) == hmac);
    }

    private static Stream<Problem> halves(Settings settings) {
        return TOGETHER.entrySet().stream()
                .filter(pair -> settings.value(pair.getKey()).isPresent()
                        && settings.value(pair.getValue()).isEmpty())
                .map(Map.Entry::getValue)
                .sorted()
                .map(property -> new Problem(
                        property,
                        "is missing, and " + TOGETHER.get(property) + " is set",
                        "what belongs to it, or leave out both",
                        null));
    }
}
