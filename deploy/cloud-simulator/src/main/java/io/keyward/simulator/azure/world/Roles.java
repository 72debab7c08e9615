package io.keyward.simulator.azure.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The built-in roles that matter here, with what they allow: management and data actions in one list, for no name is both. Pure. */
public final class Roles {

    private static final String KEYS = "Microsoft.KeyVault/vaults/keys/";
    private static final String READ_ALL = "*/read";
    private static final String KEY_VAULT = "Microsoft.KeyVault/*";
    private static final String MANAGEMENT = "management:";

    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "Owner", List.of(MANAGEMENT + "*"),
            "Contributor", List.of(MANAGEMENT + "*"),
            "Reader", List.of(MANAGEMENT + READ_ALL),
            "Network Contributor",
                    List.of(MANAGEMENT + "Microsoft.Network/*", MANAGEMENT + "Microsoft.Resources/*/read"),
            "Key Vault Contributor", List.of(MANAGEMENT + KEY_VAULT),
            "Key Vault Administrator", List.of(KEYS + "*", MANAGEMENT + READ_ALL),
            "Key Vault Crypto Officer", List.of(KEYS + "*"),
            "Key Vault Crypto User",
                    List.of(
                            KEYS + "read",
                            KEYS + "update/action",
                            KEYS + "encrypt/action",
                            KEYS + "decrypt/action",
                            KEYS + "wrap/action",
                            KEYS + "unwrap/action"),
            "Key Vault Crypto Service Encryption User",
                    List.of(KEYS + "read", KEYS + "wrap/action", KEYS + "unwrap/action"),
            "Key Vault Reader", List.of(KEYS + "read", MANAGEMENT + "Microsoft.KeyVault/*/read"));

    private Roles() {}

    /** The management action of this name, as roles and decisions write it. */
    public static String management(String action) {
        return MANAGEMENT + action;
    }

    /** Whether there is a built-in role of this name. */
    public static boolean known(String role) {
        return BUILT_IN.containsKey(role);
    }

    static List<String> actions(String role) {
        return BUILT_IN.getOrDefault(role, List.of());
    }

    /** Whether a pattern with at most one star means this action. */
    static boolean matches(String pattern, String action) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String asked = action.toLowerCase(Locale.ROOT);
        int star = wanted.indexOf('*');
        return star < 0
                ? wanted.equals(asked)
                : asked.length() >= wanted.length() - 1
                        && asked.startsWith(wanted.substring(0, star))
                        && asked.endsWith(wanted.substring(star + 1));
    }
}
