package io.keyward.config.encryption.settings.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How keys in Azure Key Vault are called: by the URL of one version of them, on the host of their vault. Pure. */
public final class AzureKeyNames {
    private static final Pattern KEY_IDENTIFIER =
            Pattern.compile("https://([A-Za-z0-9.-]{1,253})(?::443)?/keys/([A-Za-z0-9-]{1,127})/([0-9A-Fa-f]{32})/?");
    private static final Pattern VAULT = Pattern.compile("(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]");
    private static final Pattern RESOURCE_GROUP = Pattern.compile("[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]");
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private AzureKeyNames() {}

    /** What an identifier has to look like, for people. */
    public static String form(AzureEnvironment environment, String vault) {
        return "https://" + environment.vaultHost(vault)
                + "/keys/{name}/{version}, where the version is 32 hexadecimal digits";
    }

    /**
     * The one spelling of a key's identifier: host in small letters, without port and trailing slash. Empty when it is not the identifier of one version of a
     * key in that vault of that cloud.
     */
    public static Optional<String> canonical(String keyIdentifier, AzureEnvironment environment, String vault) {
        Matcher parts = KEY_IDENTIFIER.matcher(keyIdentifier);
        if (!parts.matches() || !parts.group(1).equalsIgnoreCase(environment.vaultHost(vault))) {
            return Optional.empty();
        }
        return Optional.of("https://" + parts.group(1).toLowerCase(Locale.ROOT) + "/keys/" + parts.group(2) + "/"
                + parts.group(3).toLowerCase(Locale.ROOT));
    }

    /** Whether two identifiers mean the same version of a key; Azure does not tell capitals from small letters. */
    public static boolean isSameKey(String name, String other) {
        return name.equalsIgnoreCase(other);
    }

    public static boolean isVault(String name) {
        return VAULT.matcher(name).matches();
    }

    public static boolean isResourceGroup(String name) {
        return RESOURCE_GROUP.matcher(name).matches();
    }

    public static boolean isGuid(String value) {
        return GUID.matcher(value).matches();
    }
}
