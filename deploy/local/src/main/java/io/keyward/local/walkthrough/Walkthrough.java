package io.keyward.local.walkthrough;

import io.keyward.local.folder.Addresses;
import io.keyward.local.folder.Credentials;
import io.keyward.local.service.Tuning.Acknowledge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Shell lines with this stack's addresses and credentials in them, to be pasted one after the other. They need nothing but curl; ids travel
 * in shell variables.
 */
public record Walkthrough(Addresses addresses, Credentials credentials, Acknowledge acknowledge) {

    /** The whole text. */
    public String text() {
        String text = read("walkthrough.txt");
        if (acknowledge == Acknowledge.REPORTED) {
            text += read("driver.txt");
        }
        for (Map.Entry<String, String> value : values().entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    private Map<String, String> values() {
        return Map.of(
                "baseUrl", addresses.baseUrl(),
                "keys", addresses.publicKey() + ":" + addresses.privateKey(),
                "orgId", addresses.orgId(),
                "kafka", addresses.kafka(),
                "cloudUrl", addresses.cloudUrl(),
                "roleArn", addresses.demoRoleArn(),
                "keyArn", addresses.demoKeyArn(),
                "driverKeys", credentials.driverPublicKey() + ":" + credentials.driverPrivateKey());
    }

    private static String read(String name) {
        try (InputStream resource = Objects.requireNonNull(Walkthrough.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
