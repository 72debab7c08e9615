package io.keyward.startup.rules;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets that anybody could guess: passwords of examples, and keysets of a placeholder. */
final class SecretRules {
    private static final int SHORTEST = 12;
    /** From here on a known word in it does no harm, and may have come about by chance. */
    private static final int LONG = 24;

    /** Random bytes of a key, 32 of them, hardly ever have as few different ones. */
    private static final int FEWEST_DIFFERENT = 16;

    /** Each secret, and the name that it must not be the same as. */
    private static final Map<String, String> SECRETS = Map.of(
            "quarkus.datasource.password", "quarkus.datasource.username",
            "quarkus.mailer.password", "quarkus.mailer.username",
            "keyward.access.nonce-secret", "quarkus.application.name",
            "keyward.bootstrap.private-key", "keyward.bootstrap.public-key",
            "keyward.bootstrap.driver-private-key", "keyward.bootstrap.driver-public-key",
            "keyward.bootstrap.client-secret", "keyward.bootstrap.client-id",
            "keyward.operator.notify.webhook.secret", "quarkus.application.name");

    /** What examples, images and people in a hurry use. */
    private static final Pattern KNOWN = Pattern.compile(
            ".*(password|passw0rd|changeme|change-me|secret123|example|12345678|postgres|keyward|admin|qwerty).*");

    private static final List<String> KEYSETS = List.of("keyward.secrets.keyset", "keyward.internal.keyset");
    private static final Pattern KEY_BYTES = Pattern.compile("\"value\"\\s*:\\s*\"([A-Za-z0-9+/=_-]+)\"");

    private SecretRules() {}

    static Stream<Problem> problems(Settings settings) {
        return Stream.concat(guessable(settings), weakKeysets(settings));
    }

    private static Stream<Problem> guessable(Settings settings) {
        return SECRETS.entrySet().stream()
                .filter(secret -> settings.value(secret.getKey())
                        .filter(value -> isGuessable(
                                value, settings.value(secret.getValue()).orElse("")))
                        .isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .map(property -> new Problem(
                        property,
                        "can be guessed: it is shorter than " + SHORTEST
                                + " characters, well known, or the name it belongs to",
                        "something random of at least " + SHORTEST + " characters",
                        Allowance.GUESSABLE_SECRETS));
    }

    private static boolean isGuessable(String secret, String name) {
        return secret.length() < SHORTEST
                || secret.equalsIgnoreCase(name)
                || secret.length() < LONG
                        && KNOWN.matcher(secret.toLowerCase(Locale.ROOT)).matches()
                || secret.chars().distinct().count() <= 3;
    }

    private static Stream<Problem> weakKeysets(Settings settings) {
        return KEYSETS.stream()
                .filter(property -> settings.valueOrFile(property)
                        .filter(SecretRules::isWeak)
                        .isPresent())
                .map(property -> new Problem(
                        property,
                        "holds a key that is not random",
                        "a keyset made for this installation: deploy/compose/init shows how",
                        Allowance.WEAK_KEYSETS));
    }

    /** What is no keyset at all is for whoever reads it to complain of. */
    private static boolean isWeak(String keyset) {
        return KEY_BYTES
                .matcher(keyset)
                .results()
                .map(SecretRules::bytes)
                .anyMatch(bytes -> Set.copyOf(bytes).size() < FEWEST_DIFFERENT);
    }

    private static List<Integer> bytes(MatchResult value) {
        try {
            String key = new String(Base64.getDecoder().decode(value.group(1)), StandardCharsets.ISO_8859_1);
            return key.chars().boxed().toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
