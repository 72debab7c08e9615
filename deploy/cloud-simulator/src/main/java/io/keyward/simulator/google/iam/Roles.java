package io.keyward.simulator.google.iam;

import io.keyward.simulator.google.world.GoogleWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which permissions a role is made of: the predefined ones that matter here, and custom ones. */
public record Roles(GoogleWorld world) {

    /** May do everything. */
    public static final String OWNER = "roles/owner";

    public static final String ENCRYPTER_DECRYPTER = "roles/cloudkms.cryptoKeyEncrypterDecrypter";
    public static final String VIEWER = "roles/cloudkms.viewer";
    public static final String TOKEN_CREATOR = "roles/iam.serviceAccountTokenCreator";

    private static final String USE_TO_ENCRYPT = "cloudkms.cryptoKeyVersions.useToEncrypt";
    private static final String USE_TO_DECRYPT = "cloudkms.cryptoKeyVersions.useToDecrypt";
    private static final List<String> VIEWING = List.of(
            "cloudkms.keyRings.get",
            "cloudkms.keyRings.list",
            "cloudkms.cryptoKeys.get",
            "cloudkms.cryptoKeys.list",
            "cloudkms.cryptoKeyVersions.get",
            "cloudkms.cryptoKeyVersions.list");
    private static final List<String> ADMINISTERING = List.of(
            "cloudkms.keyRings.create",
            "cloudkms.keyRings.getIamPolicy",
            "cloudkms.keyRings.setIamPolicy",
            "cloudkms.cryptoKeys.create",
            "cloudkms.cryptoKeys.update",
            "cloudkms.cryptoKeys.getIamPolicy",
            "cloudkms.cryptoKeys.setIamPolicy",
            "cloudkms.cryptoKeyVersions.create",
            "cloudkms.cryptoKeyVersions.update",
            "cloudkms.cryptoKeyVersions.destroy",
            "cloudkms.cryptoKeyVersions.restore");

    private static final Map<String, Set<String>> PREDEFINED = Map.of(
            ENCRYPTER_DECRYPTER,
            Set.of(USE_TO_ENCRYPT, USE_TO_DECRYPT),
            "roles/cloudkms.cryptoKeyEncrypter",
            Set.of(USE_TO_ENCRYPT),
            "roles/cloudkms.cryptoKeyDecrypter",
            Set.of(USE_TO_DECRYPT),
            VIEWER,
            Set.copyOf(VIEWING),
            "roles/cloudkms.admin",
            Stream.of(VIEWING, ADMINISTERING).flatMap(List::stream).collect(Collectors.toUnmodifiableSet()),
            TOKEN_CREATOR,
            Set.of("iam.serviceAccounts.getAccessToken"));

    /** Whether there is such a role. */
    public boolean has(String role) {
        return role.equals(OWNER)
                || PREDEFINED.containsKey(role)
                || world.roles().has(role);
    }

    boolean permits(String role, String permission) {
        return role.equals(OWNER)
                || PREDEFINED.getOrDefault(role, Set.of()).contains(permission)
                || Optional.of(role).flatMap(world.roles()::find).stream()
                        .anyMatch(custom -> custom.permissions().contains(permission));
    }
}
