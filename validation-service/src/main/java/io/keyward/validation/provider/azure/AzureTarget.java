package io.keyward.validation.provider.azure;

import io.keyward.clouds.azure.AzureEnvironment;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.asking.Vocabulary.Said;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the calls of a check go, or why none is made: no host is asked that is not the configured vault's in the configured cloud. */
sealed interface AzureTarget {

    /** One version of a key. */
    record Key(AzureEnvironment environment, String host, String name, String version) implements AzureTarget {

        /** The key identifier, as Azure spells it. */
        String id() {
            return "https://" + host + "/keys/" + name + "/" + version;
        }
    }

    /** What is wrong. */
    record Refused(Said said) implements AzureTarget {}

    Pattern KEY_ID = Pattern.compile(
            "https://([A-Za-z0-9-]{3,24}(?:\\.[a-z0-9]+)+)(?::443)?/keys/([A-Za-z0-9-]{1,127})/([A-Za-z0-9]{1,64})/?");
    Pattern VAULT = Pattern.compile("[A-Za-z0-9-]{3,24}");

    /** Reads the key's identifier against the vault and the cloud of its access. */
    static AzureTarget of(AzureKey key) {
        var access = key.access();
        var environment = AzureEnvironment.named(access.environment());
        if (environment.isEmpty()) {
            return refused(
                    "There is no Azure environment " + access.environment() + ".",
                    "Give AZURE, AZURE_CHINA or AZURE_US_GOVERNMENT.");
        }
        Matcher id = KEY_ID.matcher(key.key());
        if (!id.matches()) {
            return refused(
                    "This is not the identifier of one version of a key: " + key.key() + ".",
                    "Give the key identifier with its version, as the portal shows it.");
        }
        var host = environment.get().vaultHost(access.vault());
        return VAULT.matcher(access.vault()).matches() && id.group(1).equalsIgnoreCase(host)
                ? new Key(environment.get(), host, id.group(2), id.group(3))
                : refused(
                        "The key identifier is of " + id.group(1) + ", and the vault " + access.vault() + " of "
                                + access.environment() + " is " + host + ".",
                        "Give a key of the configured vault, or the vault and the environment that the key is in.");
    }

    private static Refused refused(String explanation, String remedy) {
        return new Refused(new Said(explanation, remedy));
    }
}
