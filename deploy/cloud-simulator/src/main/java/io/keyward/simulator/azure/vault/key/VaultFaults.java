package io.keyward.simulator.azure.vault.key;

import io.keyward.simulator.azure.wire.AzureFault;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.hosts.Trouble;
import java.util.Arrays;
import java.util.Objects;

/** The refusals that are Key Vault's own. */
public final class VaultFaults {

    public static final String BAD_PARAMETER = "BadParameter";

    /** What Key Vault can say; control can have it say any of it without a reason. */
    private enum Said {
        ForbiddenByFirewall(403, "Client address is not authorized and caller is not a trusted service."),
        ForbiddenByConnection(
                403,
                "Public network access is disabled and request is not from a trusted service nor via an approved private link."),
        ForbiddenByPolicy(403, "The caller does not have the permission on the key vault."),
        ForbiddenByRbac(403, "Caller is not authorized to perform action on resource."),
        AccessDenied(403, "Access denied."),
        KeyDisabled(403, "Operation is not allowed on a disabled key."),
        KeyExpired(403, "Operation is not allowed on an expired key."),
        KeyNotYetValid(403, "Operation is not allowed on a key that is not yet valid."),
        KeyOperationForbidden(403, "Operation is not permitted on this key."),
        KeyNotFound(404, "The key was not found in this key vault."),
        VaultNotFound(404, "The key vault was deleted. It can be recovered."),
        ObjectIsDeletedButRecoverable(409, "The key is deleted but recoverable."),
        BadParameter(400, "The parameter is incorrect."),
        InvalidIssuer(401, "AKV10032: Invalid issuer."),
        InvalidAudience(401, "AKV10022: Invalid audience."),
        ExpiredToken(401, "AKV10046: The token has expired."),
        MissingToken(401, "AKV10000: Request is missing a Bearer or PoP token."),
        Throttled(429, "Request was not processed because too many requests were received."),
        InternalServerError(500, "An unexpected error occurred."),
        BadGateway(502, "Bad gateway."),
        ServiceUnavailable(503, "The service is unavailable."),
        GatewayTimeout(504, "Gateway timeout.");

        private final int status;
        private final String text;

        Said(int status, String text) {
            this.status = status;
            this.text = text;
        }

        AzureFault fault(String said) {
            return switch (status) {
                case 401 -> new AzureFault(401, "Unauthorized", said);
                case 403 -> new AzureFault(403, "Forbidden", name(), said);
                case 409 -> new AzureFault(409, "Conflict", name(), said);
                default -> new AzureFault(status, name(), said);
            };
        }

        AzureFault fault() {
            return fault(text);
        }
    }

    private VaultFaults() {}

    /** What control or the simulator itself wants to be said. */
    public static AzureFault of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled throttled -> Said.Throttled.fault();
            case Trouble.Broken broken -> Said.InternalServerError.fault(broken.message());
            case Trouble.Told told -> told(told);
        };
    }

    private static AzureFault told(Trouble.Told told) {
        String code = Objects.requireNonNullElse(told.code(), Said.InternalServerError.name());
        return Arrays.stream(Said.values())
                .filter(said -> said.name().equals(code))
                .findFirst()
                .map(said -> said.fault(Objects.requireNonNullElse(told.message(), said.text)))
                .orElseGet(() -> new AzureFault(
                        Objects.requireNonNullElse(told.status(), 500),
                        code,
                        Objects.requireNonNullElse(told.message(), "")));
    }

    public static AzureFault missingToken() {
        return Said.MissingToken.fault();
    }

    public static AzureFault expiredToken() {
        return Said.ExpiredToken.fault();
    }

    public static AzureFault invalidAudience(String expected, String found) {
        return Said.InvalidAudience.fault(
                "AKV10022: Invalid audience. Expected %s, found: %s.".formatted(expected, found));
    }

    public static AzureFault invalidIssuer(String expected, String found) {
        return Said.InvalidIssuer.fault(
                "AKV10032: Invalid issuer. Expected one of %s, found %s.".formatted(expected, found));
    }

    public static AzureFault firewall(Vault vault, String address, String caller) {
        return Said.ForbiddenByFirewall.fault("%s\r\nClient address: %s\r\nCaller: %s\r\nVault: %s"
                .formatted(Said.ForbiddenByFirewall.text, address, caller, shown(vault)));
    }

    public static AzureFault connection(Vault vault, String caller) {
        return Said.ForbiddenByConnection.fault(
                "%s\r\nCaller: %s\r\nVault: %s".formatted(Said.ForbiddenByConnection.text, caller, shown(vault)));
    }

    /** The caller has a policy, which does not say so. */
    public static AzureFault policy(Vault vault, VaultOperation operation, String caller) {
        return Said.ForbiddenByPolicy.fault(
                "The user, group or application '%s' does not have keys %s permission on key vault '%s'."
                        .formatted(caller, operation.permission(), shown(vault)));
    }

    /** The caller has no policy at all. */
    public static AzureFault noPolicy(Vault vault, VaultOperation operation, String caller) {
        return Said.AccessDenied.fault("Access denied to '%s' for keys %s on key vault '%s'."
                .formatted(caller, operation.permission(), shown(vault)));
    }

    public static AzureFault rbac(Vault vault, VaultOperation operation, String caller) {
        return Said.ForbiddenByRbac.fault(
                "%s\r\nIf role assignments were changed recently, please observe propagation time.\r\nCaller: %s\r\nAction: '%s'\r\nVault: %s"
                        .formatted(Said.ForbiddenByRbac.text, caller, operation.action(), shown(vault)));
    }

    public static AzureFault deletedVault(Vault vault) {
        return Said.VaultNotFound.fault("The key vault '" + shown(vault) + "' was deleted. It can be recovered.");
    }

    static AzureFault noSuchKey(VaultRequest request) {
        String named = request.version() == null ? request.key() : request.key() + "/" + request.version();
        return Said.KeyNotFound.fault("A key with (name/id) " + named + " was not found in this key vault.");
    }

    static AzureFault deletedButRecoverable(String key) {
        return Said.ObjectIsDeletedButRecoverable.fault(
                "Key %s is currently in a deleted but recoverable state, and its name cannot be reused."
                        .formatted(key));
    }

    static AzureFault disabled(VaultOperation operation) {
        return Said.KeyDisabled.fault("Operation " + operation.permission() + " is not allowed on a disabled key.");
    }

    static AzureFault expired(VaultOperation operation) {
        return Said.KeyExpired.fault("Operation " + operation.permission() + " is not allowed on an expired key.");
    }

    static AzureFault early(VaultOperation operation) {
        return Said.KeyNotYetValid.fault(
                "Operation " + operation.permission() + " is not allowed on a key that is not yet valid.");
    }

    static AzureFault notPermitted(VaultOperation operation) {
        return Said.KeyOperationForbidden.fault(
                "Operation " + operation.permission() + " is not permitted on this key.");
    }

    static AzureFault protectedFromPurge() {
        return new AzureFault(403, "Forbidden", "ForbiddenByPurgeProtection", "Purge protection is on.");
    }

    /** A request that cannot be understood. */
    public static AzureFault bad(String text) {
        return Said.BadParameter.fault(text);
    }

    private static String shown(Vault vault) {
        return vault.name() + ";location=" + vault.location();
    }
}
