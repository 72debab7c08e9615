package io.keyward.validation.hint.azure;

import io.keyward.validation.check.KeyAccess.AzureApplication;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which key uses a hint of Azure may be about. Only what can change whether a key can be used counts. Azure tells nobody that a key was disabled: a vault
 * only tells of versions that end and of its access policies, the resource manager of all that is done to vaults, to their connections and to roles.
 *
 * <ul>
 *   <li>That a key ends is about that key; where a version is named, about that version.
 *   <li>Access policies, and whatever is written at a vault or below it, are about every key of that vault.
 *   <li>What is written about authorisation, and a group or subscription that goes, is about every key in its scope. To which scopes a management group
 *       extends is not known here: what is said of one is about every key.
 * </ul>
 *
 * <p>Azure does not tell capitals from small letters, and neither do these.
 */
final class AzureHintRules {
    private static final Set<String> OF_KEYS =
            Set.of("Microsoft.KeyVault.KeyNearExpiry", "Microsoft.KeyVault.KeyExpired");
    private static final String OF_POLICIES = "Microsoft.KeyVault.VaultAccessPolicyChanged";
    private static final Set<String> OF_RESOURCES = Set.of(
            "Microsoft.Resources.ResourceWriteSuccess",
            "Microsoft.Resources.ResourceDeleteSuccess",
            "Microsoft.Resources.ResourceActionSuccess");

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?<scope>.*?)/providers/microsoft\\.authorization/(roleassignments|roledefinitions|denyassignments)/.*");
    private static final Pattern MANAGEMENT_GROUP =
            Pattern.compile("/providers/microsoft\\.management/managementgroups/[^/]+");
    private static final Pattern OF_VAULT = Pattern.compile(
            "/subscriptions/[^/]+/resourcegroups/[^/]+/providers/microsoft\\.keyvault/vaults/[^/]+(/.*)?");
    private static final Pattern GROUP = Pattern.compile("/subscriptions/[^/]+(/resourcegroups/[^/]+)?");
    private static final int NAME = 4;
    private static final int VERSION = 5;

    private AzureHintRules() {}

    /**
     * Whether the hint may be about a key use.
     *
     * @param identifier of the key's version: {@code https://<vault>.…/keys/<name>/<version>}
     */
    static boolean concerns(AzureHint hint, String identifier, AzureApplication access) {
        if (OF_KEYS.contains(hint.type())) {
            return isVault(hint, access) && isKey(hint, identifier.split("/"));
        }
        if (hint.type().equals(OF_POLICIES)) {
            return isVault(hint, access);
        }
        return OF_RESOURCES.contains(hint.type())
                && scopeOf(hint.resource())
                        .filter(scope -> meets(scope, pathOf(access)))
                        .isPresent();
    }

    private static boolean isVault(AzureHint hint, AzureApplication access) {
        return access.vault().equalsIgnoreCase(hint.vault());
    }

    private static boolean isKey(AzureHint hint, String[] identifier) {
        return identifier.length > VERSION
                && identifier[NAME].equalsIgnoreCase(hint.key())
                && (hint.version() == null || identifier[VERSION].equalsIgnoreCase(hint.version()));
    }

    /** Where what was written holds: empty when it is nothing that keys depend on, the empty path when it may be everywhere. */
    private static Optional<String> scopeOf(@Nullable String resource) {
        if (resource == null) {
            return Optional.empty();
        }
        var path = resource.toLowerCase(Locale.ROOT);
        var authorization = AUTHORIZATION.matcher(path);
        if (authorization.matches()) {
            var scope = authorization.group("scope");
            return Optional.of(MANAGEMENT_GROUP.matcher(scope).matches() ? "" : scope);
        }
        return OF_VAULT.matcher(path).matches() || GROUP.matcher(path).matches() ? Optional.of(path) : Optional.empty();
    }

    /** Whether a vault is within a scope, or the scope is something of the vault. */
    private static boolean meets(String scope, String vault) {
        return scope.isEmpty() || scope.equals(vault) || vault.startsWith(scope + "/") || scope.startsWith(vault + "/");
    }

    private static String pathOf(AzureApplication access) {
        return "/subscriptions/%s/resourcegroups/%s/providers/microsoft.keyvault/vaults/%s"
                .formatted(access.subscriptionId(), access.resourceGroup(), access.vault())
                .toLowerCase(Locale.ROOT);
    }
}
