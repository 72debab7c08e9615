package io.keyward.startup.rules;

import java.util.Locale;
import java.util.Map;
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
    private static final String HOST_NAME = "ssl.endpoint.identification.algorithm";
    private static final String ALGORITHM = "hostname-verification-algorithm";
    private static final String REGISTRY = "quarkus.tls.";
    private static final String JDBC = "quarkus.datasource.jdbc.";
    private static final String REACTIVE = "quarkus.datasource.reactive.";

    /** Who may name a configuration of the TLS registry. */
    private static final Map<String, Allowance> USERS = Map.of(
            "kafka.", Allowance.PLAIN_KAFKA,
            "mp.messaging.", Allowance.PLAIN_KAFKA,
            "quarkus.rest-client.", Allowance.PLAIN_INTERNAL,
            "keyward.internal.", Allowance.PLAIN_INTERNAL,
            "quarkus.mailer.", Allowance.PLAIN_MAIL);

    private ConnectionRules() {}

    static Stream<Problem> problems(Settings settings) {
        return Stream.of(
                        kafka(settings),
                        postgresql(settings),
                        anyCertificate(settings),
                        internal(settings),
                        anyHost(settings),
                        mail(settings),
                        registry(settings))
                .flatMap(problems -> problems);
    }

    /** {@code kafka.…} is for every client; a channel or the connector may have another word. A name in the TLS registry encrypts nothing by itself. */
    private static Stream<Problem> kafka(Settings settings) {
        Stream<Problem> plain = ofKafka(settings, PROTOCOL)
                .filter(property -> !isEncrypted(settings.value(property)))
                .map(property -> new Problem(
                        property,
                        "is " + settings.value(property).orElse("PLAINTEXT, its default")
                                + ": Kafka is spoken to in clear",
                        "SASL_SSL or SSL",
                        Allowance.PLAIN_KAFKA));
        Stream<Problem> anybody = ofKafka(settings, HOST_NAME)
                .filter(settings::isEmptied)
                .map(property -> new Problem(
                        property, "is empty: any broker is believed", "https, or leave it out", Allowance.PLAIN_KAFKA));
        return Stream.concat(plain, anybody);
    }

    private static Stream<String> ofKafka(Settings settings, String option) {
        return Stream.concat(Stream.of("kafka." + option), settings.told("mp.messaging.", "." + option));
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

    /** What takes back what {@code verify-full} promises, for each driver; the reactive one connects to nobody without an algorithm. */
    private static Stream<Problem> anyCertificate(Settings settings) {
        String trust = REACTIVE + "trust-all";
        Stream<Problem> reactive = Stream.of(trust)
                .filter(property -> settings.is(property, "true"))
                .map(property -> believes(
                        property,
                        "is true",
                        "false, and the authority to " + REACTIVE + "trust-certificate-pem.certs"));
        Stream<Problem> names = Stream.of(REACTIVE + ALGORITHM)
                .filter(property -> settings.is(property, "NONE"))
                .map(property -> new Problem(
                        property,
                        "is NONE: a certificate for any host is believed, or with verify-full nobody's",
                        "HTTPS",
                        Allowance.PLAIN_POSTGRESQL));
        String factory = JDBC + "additional-jdbc-properties.sslfactory";
        Stream<Problem> jdbc = Stream.of(factory, JDBC + "url")
                .filter(property -> settings.value(property)
                        .filter(value -> value.contains("NonValidatingFactory"))
                        .isPresent())
                .map(property -> believes(
                        property, "has sslfactory NonValidatingFactory", "one without it, and with sslrootcert"));
        return Stream.of(reactive, names, jdbc).flatMap(problems -> problems);
    }

    private static Problem believes(String property, String complaint, String remedy) {
        return new Problem(property, complaint + ": any certificate is believed", remedy, Allowance.PLAIN_POSTGRESQL);
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
        Stream<Problem> anybody = Stream.of("quarkus.mailer.trust-all")
                .filter(property -> used && settings.is(property, "true"))
                .map(property -> new Problem(
                        property, "is true: any mail server is believed", "false, its default", Allowance.PLAIN_MAIL));
        boolean encrypted = settings.is("quarkus.mailer.tls", "true")
                || settings.is("quarkus.mailer.ssl", "true")
                || settings.is("quarkus.mailer.start-tls", "REQUIRED");
        Stream<Problem> plain = used && !encrypted
                ? Stream.of(new Problem(
                        "quarkus.mailer.start-tls",
                        "is not REQUIRED: mails go to the mail server in clear if it says so",
                        "REQUIRED, or set quarkus.mailer.tls to true",
                        Allowance.PLAIN_MAIL))
                : Stream.empty();
        return Stream.concat(plain, anybody);
    }

    private static Stream<Problem> anyHost(Settings settings) {
        return settings.told("quarkus.rest-client.", "verify-host")
                .filter(property -> settings.is(property, "false"))
                .map(property -> new Problem(
                        property,
                        "is false: a certificate for any host is believed",
                        "true, its default",
                        Allowance.PLAIN_INTERNAL));
    }

    /** A configuration of the TLS registry matters where it is named; the one that has no name, to all who name none. */
    private static Stream<Problem> registry(Settings settings) {
        Stream<Problem> named = USERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(user -> settings.told(user.getKey(), "tls-configuration-name")
                        .flatMap(property -> settings.value(property).stream())
                        .flatMap(name -> careless(settings, configuration(name), user.getValue())));
        return Stream.concat(careless(settings, REGISTRY, Allowance.PLAIN_INTERNAL), named)
                .distinct();
    }

    private static String configuration(String name) {
        String quoted = name.contains(".") ? '"' + name + '"' : name;
        return name.equals("<default>") ? REGISTRY : REGISTRY + quoted + ".";
    }

    private static Stream<Problem> careless(Settings settings, String configuration, Allowance permit) {
        Stream<Problem> anybody = Stream.of(configuration + "trust-all")
                .filter(property -> settings.is(property, "true"))
                .map(property -> new Problem(
                        property,
                        "is true: any certificate is believed",
                        "false, and the authority to " + configuration + "trust-store.pem.certs",
                        permit));
        Stream<Problem> anyName = Stream.of(configuration + ALGORITHM)
                .filter(property -> settings.is(property, "NONE"))
                .map(property -> new Problem(
                        property, "is NONE: a certificate for any host is believed", "HTTPS, or leave it out", permit));
        return Stream.concat(anybody, anyName);
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
