package io.keyward.startup.rules;

import static java.util.Map.entry;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values that can be read and make no sense by themselves. What is unset is not looked at; a value is never said, for it may be secret. */
final class Values {
    private static final long LARGEST_BODY = 1 << 20;

    /** @param remedy what it may be, as the rest of a sentence that begins with "Set it to" */
    private record Rule(Predicate<String> holds, String complaint, String remedy) {}

    private static final Rule PERIOD =
            period(Duration::isPositive, "is not longer than nothing", "a period longer than 0s");
    private static final Rule PAUSE = period(period -> !period.isNegative(), "is negative", "0s or a longer period");
    private static final Rule COUNT = number(number -> number >= 1, "is less than 1", "a number of at least 1");
    private static final Rule HEX = like("[0-9a-f]{24}", "24 characters out of 0-9 and a-f");
    private static final Rule UUID = like("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "a UUID");
    private static final Rule NOT_NEGATIVE = number(number -> number >= 0, "is negative", "0 or more");
    private static final Rule ADDRESS = new Rule(
            Values::isAddress, "is no address", "an address that begins with https:// (or http://) and names a host");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("keyward.access.nonce-secret", longer(16)),
            entry("keyward.access.nonce-life", PERIOD),
            entry(
                    "keyward.access.signing-key-life",
                    period(
                            life -> life.compareTo(Duration.ofHours(1)) >= 0,
                            "is shorter than a token's life",
                            "1h or longer")),
            entry("keyward.access.operators.issuer", ADDRESS),
            entry("keyward.internal.token-life", PERIOD),
            entry("keyward.tracing.endpoint", ADDRESS),
            entry(
                    "keyward.http.body-limit",
                    new Rule(Values::isBody, "is not between 1 byte and 1M", "a size of at most 1M, for example 256K")),
            entry(
                    "keyward.role.gcp-project",
                    like("p-[0-9a-z]{24}", "p- and 24 characters out of 0-9 and a-z, for clients insist on it")),
            entry("keyward.role.azure-application-id", UUID),
            entry("keyward.bootstrap.organization-id", HEX),
            entry(
                    "keyward.bootstrap.client-id",
                    like("mdb_sa_id_[0-9a-f]{24}", "mdb_sa_id_ and 24 characters out of 0-9 and a-f")),
            entry("keyward.bootstrap.client-secret", longer(32)),
            entry("keyward.project.max-clusters", COUNT),
            entry("keyward.project.max-per-organization", COUNT),
            entry("keyward.check.history-retention", PERIOD),
            entry("keyward.check.interval", PERIOD),
            entry("keyward.check.time-limit", PERIOD),
            entry("keyward.check.confirmation.key-state.checks", COUNT),
            entry("keyward.check.confirmation.key-state.over", PAUSE),
            entry("keyward.check.confirmation.access-denied.checks", COUNT),
            entry("keyward.check.confirmation.access-denied.over", PAUSE),
            entry("keyward.check.confirmation.slow-denial.checks", COUNT),
            entry("keyward.check.confirmation.slow-denial.over", PAUSE),
            entry("keyward.check.lane-pause", PERIOD),
            entry("keyward.check.concurrency", COUNT),
            entry("keyward.check.region-concurrency", COUNT),
            entry("keyward.check.lane-concurrency", COUNT),
            entry("keyward.hint.base-url", ADDRESS),
            entry("keyward.hint.max-sources", COUNT),
            entry("keyward.hint.remembered", PERIOD),
            entry("keyward.expiry.look-every", PERIOD),
            entry("keyward.expiry.at-once", COUNT),
            entry("keyward.alert.network-delay", PAUSE),
            entry("keyward.alert.stop-unobserved-after", PAUSE),
            entry("keyward.alert.approval-delay", PAUSE),
            entry("keyward.alert.max-configurations", NOT_NEGATIVE),
            entry("keyward.guard.keys", NOT_NEGATIVE),
            entry("keyward.guard.organizations", COUNT),
            entry(
                    "keyward.guard.share",
                    number(share -> share >= 0 && share <= 1, "is not between 0 and 1", "a share from 0 to 1")),
            entry("keyward.guard.window", PERIOD),
            entry("keyward.enforcement.ask-again-after", PERIOD),
            entry("keyward.aws.call-timeout", PERIOD),
            entry("keyward.aws.session-cache", PAUSE),
            entry("keyward.aws.private-endpoint-settling", PAUSE),
            entry("keyward.aws.most-sessions", number(number -> number >= 2, "is less than 2", "2 or more")),
            entry("keyward.aws.connections-per-region", COUNT),
            entry("keyward.aws.endpoint", ADDRESS),
            entry(
                    "keyward.aws.private-endpoint-url",
                    new Rule(
                            value -> isAddress(value.replaceAll("\\{(reference|address)}", "x")),
                            "is no address",
                            "an address of https, in which {reference} or {address} stands for the endpoint")),
            entry("keyward.aws.home-region", like("[a-z]+(-[a-z]+)+-[0-9]+", "a region of AWS, for example eu-west-1")),
            entry("keyward.azure.endpoint-override", ADDRESS),
            entry("keyward.google.endpoint-override", ADDRESS));

    /** By the end of the property: one for each set of endpoints. */
    private static final Map<String, Rule> OF_QUOTAS = Map.of(
            ".capacity", COUNT,
            ".refill", COUNT,
            ".period",
                    period(
                            period -> period.compareTo(Duration.ofSeconds(1)) >= 0,
                            "is shorter than a second",
                            "1s or longer"));

    private Values() {}

    static Stream<Problem> problems(Settings settings) {
        Stream<Problem> known = RULES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(rule -> look(settings, rule.getKey(), rule.getValue()));
        Stream<Problem> quotas = OF_QUOTAS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(rule -> settings.told("keyward.rate-limit.", rule.getKey())
                        .flatMap(property -> look(settings, property, rule.getValue())));
        return Stream.concat(known, quotas);
    }

    private static Stream<Problem> look(Settings settings, String property, Rule rule) {
        return settings.value(property).filter(rule.holds().negate()).stream()
                .map(value -> new Problem(property, rule.complaint(), rule.remedy(), null));
    }

    private static Rule period(Predicate<Duration> holds, String complaint, String remedy) {
        return new Rule(
                value -> read(value, DurationConverter::parseDuration)
                        .filter(holds.negate())
                        .isEmpty(),
                complaint,
                remedy);
    }

    private static Rule number(Predicate<Double> holds, String complaint, String remedy) {
        return new Rule(
                value -> read(value, Double::valueOf).filter(holds.negate()).isEmpty(), complaint, remedy);
    }

    private static Rule like(String form, String remedy) {
        return new Rule(Pattern.compile(form).asMatchPredicate(), "is none", remedy);
    }

    private static Rule longer(int least) {
        return new Rule(
                value -> value.length() >= least,
                "has less than " + least + " characters",
                "something random of at least " + least + " characters");
    }

    /** What cannot be read at all is told by whoever reads it. */
    private static <T> Optional<T> read(String value, Function<String, T> reader) {
        try {
            return Optional.ofNullable(reader.apply(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isBody(String value) {
        return read(value, new MemorySizeConverter()::convert)
                .filter(size -> size.asLongValue() < 1 || size.asLongValue() > LARGEST_BODY)
                .isEmpty();
    }

    private static boolean isAddress(String value) {
        try {
            URI address = new URI(value);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
