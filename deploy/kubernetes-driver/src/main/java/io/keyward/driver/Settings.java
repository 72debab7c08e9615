package io.keyward.driver;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

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

    /** Fails naming the key that is missing. */
    static Settings of(Map<String, String> environment) throws IOException {
        var all = new HashMap<String, String>();
        environment.forEach(
                (name, value) -> all.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        String file = environment.get("KEYWARD_DRIVER_SETTINGS");
        if (file != null) {
            var secrets = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                secrets.load(reader);
            }
            secrets.forEach((name, value) -> all.put(name.toString().replace('-', '.'), value.toString()));
        }
        return new Settings(
                URI.create(needed(all, "url")),
                needed(all, "public.key"),
                needed(all, "private.key"),
                Duration.ofSeconds(number(all, "round.seconds", 5)),
                number(all, "health.port", 8083),
                kafka(all));
    }

    private static Map<String, String> kafka(Map<String, String> all) {
        var kafka = all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("kafka."))
                .collect(Collectors.toMap(entry -> entry.getKey().substring("kafka.".length()), Map.Entry::getValue));
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("KAFKA_BOOTSTRAP_SERVERS is not set");
        }
        return kafka;
    }

    private static int number(Map<String, String> all, String name, int otherwise) {
        String value = all.get(PREFIX + name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable(name) + " is no number: " + value, e);
        }
    }

    private static String variable(String name) {
        return "KEYWARD_DRIVER_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static String needed(Map<String, String> all, String name) {
        String value = all.get(PREFIX + name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(variable(name) + " is not set, nor " + PREFIX + name.replace('.', '-')
                    + " in the file of KEYWARD_DRIVER_SETTINGS");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Settings[keyward=" + keyward + ", round=" + round + "]";
    }
}
