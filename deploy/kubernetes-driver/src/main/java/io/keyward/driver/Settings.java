package io.keyward.driver;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the driver is set up: variables of the environment, and for secrets a file of properties that {@code KEYWARD_DRIVER_SETTINGS} names.
 * {@code KAFKA_…} and {@code kafka.…} go to the Kafka client.
 *
 * @param keyward where Keyward's API is
 * @param round from one look at everything to the next
 */
record Settings(
        URI keyward, String publicKey, String privateKey, Duration round, int healthPort, Map<String, String> kafka) {
    private static final String PREFIX = "keyward.driver.";
    private static final String PLAIN = "keyward.insecure.allow.plain.driver";
    private static final String PLAIN_VARIABLE = "KEYWARD_INSECURE_ALLOW_PLAIN_DRIVER";
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final Pattern THIS_MACHINE = Pattern.compile("127(\\.\\d{1,3}){3}|localhost|\\[::1]");
    private static final URI NOWHERE = URI.create("");
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_PORT = 65_535;

    /** @throws IllegalArgumentException that tells everything that is wrong, a line for each; no secret is in it */
    static Settings of(Map<String, String> environment) {
        var all = new HashMap<String, String>();
        environment.forEach(
                (name, value) -> all.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        var wrong = new ArrayList<String>();
        secrets(environment.get("KEYWARD_DRIVER_SETTINGS"), wrong)
                .forEach((name, value) -> all.put(name.toString().replace('-', '.'), value.toString()));
        var read = new Reading(all, wrong);
        var settings = new Settings(
                read.keyward(),
                read.needed("public.key"),
                read.needed("private.key"),
                Duration.ofSeconds(read.number("round.seconds", 5, 1, MOST_SECONDS)),
                read.number("health.port", 8083, 0, MOST_PORT),
                read.kafka());
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong.stream()
                    .collect(Collectors.joining(
                            "\n  ",
                            "The driver does not start, because of " + wrong.size()
                                    + (wrong.size() == 1 ? " setting" : " settings") + ":\n  ",
                            "\ndeploy/kubernetes-driver/README.md has every setting.")));
        }
        return settings;
    }

    private static Properties secrets(@Nullable String file, List<String> wrong) {
        var secrets = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                secrets.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                // What it says may quote the file, which is secret.
                wrong.add(
                        "KEYWARD_DRIVER_SETTINGS names a file that is no file of properties, or cannot be read. Set it"
                                + " to the path of one that the driver may read.");
            }
        }
        return secrets;
    }

    /** What was told, by property, and what is wrong with it. */
    private record Reading(Map<String, String> all, List<String> wrong) {

        /** In clear to this machine alone: every report carries our credentials. */
        URI keyward() {
            String told = needed("url");
            if (told.isEmpty()) {
                return NOWHERE;
            }
            URI url = uri(told);
            if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
                wrong.add(name("url") + " is no address. Set it to where Keyward's API is, for example"
                        + " https://keyward.example.com.");
            } else if ("http".equals(url.getScheme()) && !isThisMachine(url.getHost()) && !isPlainAllowed()) {
                wrong.add(name("url") + " is no address of https: who is in between could say in our name what was"
                        + " stopped. Set it to an address of https. To start nevertheless: " + PLAIN_VARIABLE
                        + "=true.");
            }
            return url;
        }

        private boolean isPlainAllowed() {
            return "true".equalsIgnoreCase(all.getOrDefault(PLAIN, "").strip());
        }

        private static boolean isThisMachine(String host) {
            return THIS_MACHINE.matcher(host).matches();
        }

        private static URI uri(String told) {
            try {
                return new URI(told.strip());
            } catch (URISyntaxException e) {
                return NOWHERE;
            }
        }

        Map<String, String> kafka() {
            var kafka = all.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("kafka."))
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().substring("kafka.".length()), Map.Entry::getValue));
            if (kafka.getOrDefault("bootstrap.servers", "").isBlank()) {
                wrong.add("KAFKA_BOOTSTRAP_SERVERS (kafka.bootstrap.servers) is not set. Set it to Kafka's brokers,"
                        + " host:port and separated by commas.");
            }
            return kafka;
        }

        int number(String name, int otherwise, int least, int most) {
            String value = all.get(PREFIX + name);
            if (value == null) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(value.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, as one that is too large is.
            }
            wrong.add(name(name) + " is " + value + ". Set it to a number from " + least + " to " + most + ".");
            return otherwise;
        }

        String needed(String name) {
            String value = all.get(PREFIX + name);
            if (value == null || value.isBlank()) {
                wrong.add(name(name) + " is not set. Set it in the environment, or in the file that"
                        + " KEYWARD_DRIVER_SETTINGS names.");
                return "";
            }
            return value;
        }

        private static String name(String name) {
            return "KEYWARD_DRIVER_" + name.toUpperCase(Locale.ROOT).replace('.', '_') + " (" + PREFIX
                    + name.replace('.', '-') + ")";
        }
    }

    @Override
    public String toString() {
        return "Settings[keyward=" + keyward + ", round=" + round + "]";
    }
}
