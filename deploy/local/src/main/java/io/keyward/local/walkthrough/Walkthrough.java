package io.keyward.local.walkthrough;

import static java.util.Map.entry;

import io.keyward.local.folder.Addresses;
import io.keyward.local.folder.Credentials;
import io.keyward.local.service.Tuning.Acknowledge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shell lines with this stack's addresses and credentials in them, to be pasted one after the other. They need nothing but curl; ids travel
 * in shell variables. The last steps show other clients: Terraform and the Atlas CLI.
 */
public record Walkthrough(Addresses addresses, Credentials credentials, Acknowledge acknowledge) {

    private static final String TEMPLATE = "walkthrough.txt";
    private static final String REPORTED_ONLY = "{{reported}}";

    /** The whole text. */
    public String text() {
        String text = read().lines().flatMap(this::line).collect(Collectors.joining("\n"));
        for (Map.Entry<String, String> value : values().entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    /** The line, without the mark of those that are only for a stack that waits for reports; nothing where they are not wanted. */
    private Stream<String> line(String line) {
        if (!line.startsWith(REPORTED_ONLY)) {
            return Stream.of(line);
        }
        return acknowledge == Acknowledge.REPORTED ? Stream.of(line.substring(REPORTED_ONLY.length())) : Stream.empty();
    }

    private Map<String, String> values() {
        return Map.ofEntries(
                entry("baseUrl", addresses.baseUrl()),
                entry("tlsBaseUrl", addresses.tlsBaseUrl()),
                entry("caFile", addresses.caFile()),
                entry("keys", addresses.publicKey() + ":" + addresses.privateKey()),
                entry("clientId", addresses.clientId()),
                entry("clientSecret", addresses.clientSecret()),
                entry("orgId", addresses.orgId()),
                entry("kafka", addresses.kafka()),
                entry("cloudUrl", addresses.cloudUrl()),
                entry("mailUrl", addresses.mailUrl()),
                entry("roleArn", addresses.demoRoleArn()),
                entry("keyArn", addresses.demoKeyArn()),
                entry("driverKeys", credentials.driverPublicKey() + ":" + credentials.driverPrivateKey()));
    }

    private static String read() {
        try (InputStream resource = Objects.requireNonNull(Walkthrough.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(TEMPLATE, e);
        }
    }
}
