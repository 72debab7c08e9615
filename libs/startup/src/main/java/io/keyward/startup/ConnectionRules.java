package io.keyward.startup;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Connections on which somebody in between could read along or put in words: Kafka, PostgreSQL, other services, mail. */
final class ConnectionRules {
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    private static final Set<String> VERIFIED = Set.of("verify-full", "verify-ca");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern THIS_MACHINE = Pattern.compile("127\\..*|localhost|::1|\\[::1]");
    private static final Pattern HOST = Pattern.compile("[a-z]+://(?:[^/@]*@)?(\\[[^]]*]|[^/:?]+).*");

    private static final String PROTOCOL = "security.protocol";
    private static final String JDBC = "quarkus.datasource.jdbc.";
    private static final String REACTIVE = "quarkus.datasource.reactive.";

    private ConnectionRules() {}

    static Stream<Problem> problems(Settings settings) {
        return Stream.of(kafka(settings), postgresql(settings), internal(settings), mail(settings))
                .flatMap(problems -> problems);
    }

    /** {@code kafka.…} is for every client; a channel or the connector may have another word. */
    private static Stream<Problem> kafka(Settings settings) {
        Stream<String> others = settings.named("mp.messaging.", "." + PROTOCOL);
        Stream<Problem> plain = Stream.concat(Stream.of("kafka." + PROTOCOL), others)
                .filter(property -> !isEncrypted(settings.value(property)))
                .map(property -> new Problem(
                        property,
                        "is " + settings.value(property).orElse("PLAINTEXT, its default")
                                + ": Kafka is spoken to in clear",
                        "SASL_SSL or SSL",
                        Allowance.PLAIN_KAFKA));
        String names = "kafka.ssl.endpoint.identification.algorithm";
        Stream<Problem> anybody = Stream.of(names)
                .filter(settings::isEmptied)
                .map(property -> new Problem(
                        property, "is empty: any broker is believed", "https, or leave it out", Allowance.PLAIN_KAFKA));
        return Stream.concat(plain, anybody);
    }

    private static Stream<Problem> postgresql(Settings settings) {
        String jdbc = JDBC + "url";
        String reactive = REACTIVE + "url";
        return Stream.of(
                        plainDatabase(settings, jdbc, JDBC + "additional-jdbc-properties.sslmode"),
                        plainDatabase(settings, reactive, REACTIVE + "postgresql.ssl-mode"))
                .flatMap(Optional::stream);
    }

    private static Optional<Problem> plainDatabase(Settings settings, String url, String mode) {
        Optional<String> told =
                settings.value(mode).or(() -> settings.value(url).flatMap(ConnectionRules::sslMode));
        return settings.value(url).isEmpty() || isVerified(told)
                ? Optional.empty()
                : Optional.of(new Problem(
                        mode,
                        "is " + told.orElse("missing, and sslmode in " + url + " too")
                                + ": PostgreSQL is spoken to in clear, or to whoever answers",
                        "verify-full (or verify-ca, which believes any host of the authority)",
                        Allowance.PLAIN_POSTGRESQL));
    }

    private static Optional<String> sslMode(String url) {
        return SSL_MODE.matcher(url).results().map(found -> found.group(1)).findFirst();
    }

    /** Between services on one machine nobody listens. */
    private static Stream<Problem> internal(Settings settings) {
        Stream<Problem> calls = settings.named("quarkus.rest-client.", ".url")
                .filter(property -> settings.value(property)
                        .filter(ConnectionRules::isPlain)
                        .isPresent())
                .map(property -> new Problem(
                        property,
                        "leads to another service in clear",
                        "an address of https, or of 127.0.0.1",
                        Allowance.PLAIN_INTERNAL));
        Stream<Problem> port = Stream.of("keyward.internal.host")
                .filter(property -> settings.value(property)
                        .filter(host -> !THIS_MACHINE.matcher(host).matches())
                        .isPresent())
                .filter(property -> settings.value("keyward.internal.tls-configuration-name")
                        .isEmpty())
                .map(property -> new Problem(
                        property,
                        "opens the internal port to a network, in clear",
                        "127.0.0.1, its default, with whatever encrypts in front of it",
                        Allowance.PLAIN_INTERNAL));
        return Stream.concat(calls, port);
    }

    private static Stream<Problem> mail(Settings settings) {
        boolean used = settings.value("quarkus.mailer.host").isPresent() && !settings.is("quarkus.mailer.mock", "true");
        boolean encrypted = settings.is("quarkus.mailer.tls", "true")
                || settings.is("quarkus.mailer.ssl", "true")
                || settings.is("quarkus.mailer.start-tls", "REQUIRED");
        return used && !encrypted
                ? Stream.of(new Problem(
                        "quarkus.mailer.start-tls",
                        "is not REQUIRED: mails go to the mail server in clear if it says so",
                        "REQUIRED, or set quarkus.mailer.tls to true",
                        Allowance.PLAIN_MAIL))
                : Stream.empty();
    }

    /** Whether an address leads over a network without TLS. */
    static boolean isPlain(String url) {
        String address = url.toLowerCase(Locale.ROOT);
        return address.startsWith("http://")
                && !THIS_MACHINE.matcher(HOST.matcher(address).replaceAll("$1")).matches();
    }

    private static boolean isEncrypted(Optional<String> protocol) {
        return protocol.map(told -> told.toUpperCase(Locale.ROOT))
                .filter(ENCRYPTED::contains)
                .isPresent();
    }

    private static boolean isVerified(Optional<String> mode) {
        return mode.map(told -> told.toLowerCase(Locale.ROOT))
                .filter(VERIFIED::contains)
                .isPresent();
    }
}
