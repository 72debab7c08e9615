package io.keyward.simulator.azure.vault.key;

import io.keyward.simulator.hosts.HostCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a path of Key Vault asks for.
 *
 * @param key the key's name; empty when it is about all of them
 * @param version null for the newest
 */
public record VaultRequest(
        VaultOperation operation, String key, @Nullable String version) {

    private static final String KEYS = "keys";
    private static final String DELETED = "deletedkeys";

    /** Empty when there is no such operation. */
    public static Optional<VaultRequest> of(HostCall call) {
        List<String> path = call.segments();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case KEYS -> ofKeys(call.method(), rest);
            case DELETED -> ofDeleted(call.method(), rest);
            default -> Optional.empty();
        };
    }

    private static Optional<VaultRequest> ofKeys(String method, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> given(method, "GET", VaultOperation.GET_KEYS, "", null);
            case 1 -> ofKey(method, rest.getFirst(), null);
            case 2 -> ofPart(method, rest.getFirst(), rest.getLast());
            case 3 -> method.equals("POST") ? use(rest.get(0), rest.get(2), rest.get(1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<VaultRequest> ofKey(String method, String key, @Nullable String version) {
        return switch (method) {
            case "GET" -> Optional.of(new VaultRequest(VaultOperation.GET_KEY, key, version));
            case "PATCH" -> Optional.of(new VaultRequest(VaultOperation.UPDATE_KEY, key, version));
            case "DELETE" -> given(version == null ? "" : version, "", VaultOperation.DELETE_KEY, key, null);
            default -> Optional.empty();
        };
    }

    private static Optional<VaultRequest> ofPart(String method, String key, String part) {
        return switch (method + " " + part) {
            case "GET versions" -> Optional.of(new VaultRequest(VaultOperation.GET_KEY_VERSIONS, key, null));
            case "GET rotationpolicy" -> Optional.of(new VaultRequest(VaultOperation.GET_ROTATION_POLICY, key, null));
            case "PUT rotationpolicy" -> Optional.of(new VaultRequest(VaultOperation.SET_ROTATION_POLICY, key, null));
            case "POST create" -> Optional.of(new VaultRequest(VaultOperation.CREATE_KEY, key, null));
            case "POST rotate" -> Optional.of(new VaultRequest(VaultOperation.ROTATE_KEY, key, null));
            default -> method.equals("POST") ? use(key, part, null) : ofKey(method, key, part);
        };
    }

    private static Optional<VaultRequest> use(String key, String word, @Nullable String version) {
        return VaultOperation.use(word).map(operation -> new VaultRequest(operation, key, version));
    }

    private static Optional<VaultRequest> ofDeleted(String method, List<String> rest) {
        String key = rest.isEmpty() ? "" : rest.getFirst();
        return switch (rest.size() + " " + method) {
            case "0 GET" -> Optional.of(new VaultRequest(VaultOperation.GET_DELETED_KEYS, key, null));
            case "1 GET" -> Optional.of(new VaultRequest(VaultOperation.GET_DELETED_KEY, key, null));
            case "1 DELETE" -> Optional.of(new VaultRequest(VaultOperation.PURGE_KEY, key, null));
            case "2 POST" -> given(rest.getLast(), "recover", VaultOperation.RECOVER_KEY, key, null);
            default -> Optional.empty();
        };
    }

    private static Optional<VaultRequest> given(
            String actual, String wanted, VaultOperation operation, String key, @Nullable String version) {
        return actual.equals(wanted) ? Optional.of(new VaultRequest(operation, key, version)) : Optional.empty();
    }
}
