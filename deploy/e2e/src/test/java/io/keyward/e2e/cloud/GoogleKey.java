package io.keyward.e2e.cloud;

import io.keyward.simulator.google.GoogleAccounts;
import java.net.URI;
import java.util.UUID;

/** A key of a customer's in Cloud KMS, on a ring by itself, and what their administrator does about its first version. */
public final class GoogleKey {
    /** What is destroyed can be restored for three days, rather than thirty. */
    private static final String SHAPE = "{\"purpose\":\"ENCRYPT_DECRYPT\",\"destroyScheduledDuration\":\"259200s\"}";

    private static final String LETS_IN = """
            {"policy":{"bindings":[
             {"role":"roles/cloudkms.cryptoKeyEncrypterDecrypter","members":["serviceAccount:%1$s"]},
             {"role":"roles/cloudkms.viewer","members":["serviceAccount:%1$s"]}]}}""";

    private final Control google;
    private final String version;

    private GoogleKey(Control google, String version) {
        this.google = google;
        this.version = version;
    }

    /** A new key, which that service account may use and look at. */
    public static GoogleKey create(URI cloud, String account) {
        Control google = Control.of(cloud, "/_hosts/cloudkms.googleapis.com/v1/");
        String place =
                "projects/%s/locations/%s".formatted(GoogleAccounts.CUSTOMER_PROJECT, GoogleAccounts.DEMO_LOCATION);
        String ring = "ring-" + UUID.randomUUID().toString().substring(0, 12);
        google.post(place + "/keyRings?keyRingId=" + ring, "{}");
        String key = google.post(place + "/keyRings/" + ring + "/cryptoKeys?cryptoKeyId=orders", SHAPE)
                .path("name")
                .asText();
        google.post(key + ":setIamPolicy", LETS_IN.formatted(account));
        return new GoogleKey(google, key + "/cryptoKeyVersions/1");
    }

    /** What a configuration names. */
    public String version() {
        return version;
    }

    public void disable() {
        change("DISABLED");
    }

    public void enable() {
        change("ENABLED");
    }

    /** From now on its days are counted. */
    public void scheduleDestruction() {
        google.post(version + ":destroy", "{}");
    }

    /** Calls the destruction off; the version is disabled then. */
    public void restore() {
        google.post(version + ":restore", "{}");
    }

    private void change(String state) {
        google.patch(version + "?updateMask=state", "{\"state\":\"%s\"}".formatted(state));
    }
}
