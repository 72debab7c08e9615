package io.keyward.startup.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who answers for a cloud, and for the services that notices go to. */
final class CloudRules {
    private static final List<String> OVERRIDES =
            List.of("keyward.aws.endpoint", "keyward.azure.endpoint-override", "keyward.google.endpoint-override");

    /** Who answers for the KMS that encrypted the keyset; preset to the same place as the rest of that cloud. */
    private static final Map<String, String> KEYSET_OVERRIDES = Map.of(
            "keyward.secrets.aws.endpoint", "keyward.aws.endpoint",
            "keyward.secrets.azure.endpoint-override", "keyward.azure.endpoint-override",
            "keyward.secrets.google.endpoint-override", "keyward.google.endpoint-override");

    private static final String PRIVATE = "keyward.aws.private-endpoint-url";
    private static final List<String> NOTICES = List.of("keyward.notification.", "keyward.operator.notify.");

    private CloudRules() {}

    static Stream<Problem> problems(Settings settings) {
        return Stream.of(
                        overridden(settings),
                        keysetOverridden(settings),
                        privateInClear(settings),
                        notices(settings),
                        signIn(settings))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> overridden(Settings settings) {
        return OVERRIDES.stream()
                .filter(property -> settings.value(property).isPresent())
                .map(property -> new Problem(
                        property,
                        "leads to somebody else than the cloud, who could say of any key that it works, or that it is gone",
                        "nothing: leave it out",
                        Allowance.CLOUD_OVERRIDE));
    }

    private static Stream<Problem> keysetOverridden(Settings settings) {
        return KEYSET_OVERRIDES.keySet().stream()
                .sorted()
                .filter(property -> settings.value(property).isPresent())
                .filter(property ->
                        !settings.value(property).equals(settings.value(KEYSET_OVERRIDES.getOrDefault(property, ""))))
                .map(property -> new Problem(
                        property,
                        "leads to somebody else than the cloud, who could hand us a keyset of theirs",
                        "nothing: leave it out",
                        Allowance.CLOUD_OVERRIDE));
    }

    private static Stream<Problem> privateInClear(Settings settings) {
        return settings.value(PRIVATE).filter(url -> !url.startsWith("https://")).stream()
                .map(url -> new Problem(
                        PRIVATE,
                        "leads to KMS in clear",
                        "https://{address}, its default, or another address of https",
                        Allowance.CLOUD_OVERRIDE));
    }

    private static Stream<Problem> notices(Settings settings) {
        return NOTICES.stream()
                .flatMap(prefix -> settings.named(prefix, "url"))
                .filter(property -> settings.value(property)
                        .filter(url -> !url.startsWith("https://"))
                        .isPresent())
                .map(property -> new Problem(
                        property,
                        "is no address of https: notices, and the secret that comes with them, go there in clear",
                        "an address of https",
                        Allowance.PLAIN_NOTICES));
    }

    private static Stream<Problem> signIn(Settings settings) {
        String issuer = "keyward.access.operators.issuer";
        return settings.value(issuer).filter(url -> !url.startsWith("https://")).stream()
                .map(url -> new Problem(
                        issuer,
                        "is no address of https: who is in between could make operators",
                        "the https address of the OpenID provider",
                        Allowance.PLAIN_SIGN_IN));
    }
}
