package io.keyward.local.demo.clouds;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.keyward.local.client.PlainJson;
import io.keyward.local.folder.Addresses;
import io.keyward.simulator.google.GoogleAccounts;

/** What the customer does in a project of their own on Google Cloud. */
final class GoogleAccount {
    private static final String BINDINGS = """
            {"policy":{"bindings":[
             {"role":"roles/cloudkms.cryptoKeyEncrypterDecrypter","members":["serviceAccount:%1$s","serviceAccount:%2$s"]},
             {"role":"roles/cloudkms.viewer","members":["serviceAccount:%1$s","serviceAccount:%2$s"]}]}}""";

    private final String kms;

    GoogleAccount(Addresses addresses) {
        kms = addresses.cloudUrl() + "/_hosts/cloudkms.googleapis.com/v1/";
    }

    /** The fields of a configuration with the key file of a service account, which is text within JSON. */
    String configuration() {
        char[] file = JsonStringEncoder.getInstance().quoteAsString(GoogleAccounts.demoKeyFile());
        return "\"enabled\":true,\"keyVersionResourceID\":\"%s\",\"serviceAccountKey\":\"%s\""
                .formatted(GoogleAccounts.DEMO_KEY_VERSION, new String(file));
    }

    /** Lets another service account use the key, beside the first one. */
    void letIn(String account) {
        PlainJson.callAsAdministrator(
                "POST",
                kms + GoogleAccounts.DEMO_KEY + ":setIamPolicy",
                BINDINGS.formatted(GoogleAccounts.DEMO_ACCOUNT, account));
    }

    /** {@code ENABLED} or {@code DISABLED}. */
    void changeKey(String state) {
        PlainJson.callAsAdministrator(
                "PATCH",
                kms + GoogleAccounts.DEMO_KEY_VERSION + "?updateMask=state",
                "{\"state\":\"%s\"}".formatted(state));
    }

    /** In thirty days, unless it is restored. */
    void scheduleDestruction() {
        PlainJson.callAsAdministrator("POST", kms + GoogleAccounts.DEMO_KEY_VERSION + ":destroy", "{}");
    }

    /** The key is disabled then. */
    void restore() {
        PlainJson.callAsAdministrator("POST", kms + GoogleAccounts.DEMO_KEY_VERSION + ":restore", "{}");
    }
}
