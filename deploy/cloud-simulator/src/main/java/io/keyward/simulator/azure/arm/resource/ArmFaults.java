package io.keyward.simulator.azure.arm.resource;

import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.wire.AzureFault;
import io.keyward.simulator.hosts.Trouble;
import java.util.Map;
import java.util.Objects;

/** The refusals that are the resource manager's own. */
public final class ArmFaults {

    public static final String INVALID_REQUEST = "InvalidRequestContent";

    private static final String UNAUTHORIZED_TOKEN = "InvalidAuthenticationToken";
    private static final int FAILING = 500;

    /** Codes that control may want without naming a status. */
    private static final Map<String, Integer> STATUSES = Map.of(
            "AuthorizationFailed", 403,
            "LinkedAuthorizationFailed", 403,
            "MissingSubscriptionRegistration", 409,
            "ResourceGroupNotFound", 404,
            "ResourceNotFound", 404,
            "SubscriptionNotFound", 404,
            "TooManyRequests", 429,
            "PrivateEndpointsPerVnetExceeded", 400,
            "ServiceUnavailable", 503,
            "InvalidAuthenticationTokenTenant", 401);

    private ArmFaults() {}

    /** What control or the simulator itself wants to be said. */
    public static AzureFault of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled throttled ->
                new AzureFault(429, "TooManyRequests", "The request is being throttled.");
            case Trouble.Broken broken -> new AzureFault(FAILING, "InternalServerError", broken.message());
            case Trouble.Told told -> {
                String code = Objects.requireNonNullElse(told.code(), "InternalServerError");
                int usual = STATUSES.getOrDefault(code, FAILING);
                yield new AzureFault(
                        Objects.requireNonNullElse(told.status(), usual),
                        code,
                        Objects.requireNonNullElse(told.message(), ""));
            }
        };
    }

    public static AzureFault missingToken() {
        return new AzureFault(
                401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
    }

    public static AzureFault invalidToken() {
        return new AzureFault(401, UNAUTHORIZED_TOKEN, "The access token is invalid.");
    }

    public static AzureFault otherAudience(String audience) {
        return new AzureFault(
                401, UNAUTHORIZED_TOKEN, "The access token has been obtained for wrong audience '" + audience + "'.");
    }

    public static AzureFault expiredToken() {
        return new AzureFault(
                401,
                "ExpiredAuthenticationToken",
                "The access token expiry UTC time is earlier than current UTC time.");
    }

    public static AzureFault otherTenant(String expected, String found) {
        return new AzureFault(
                401,
                "InvalidAuthenticationTokenTenant",
                "The access token is from the wrong issuer '%s'. It must match the tenant '%s' of this subscription."
                        .formatted(found, expected));
    }

    public static AzureFault noSuchSubscription(String id) {
        return new AzureFault(404, "SubscriptionNotFound", "The subscription '" + id + "' could not be found.");
    }

    public static AzureFault notAuthorized(Claims caller, String action, String scope) {
        return new AzureFault(
                403,
                "AuthorizationFailed",
                "The client '%s' with object id '%s' does not have authorization to perform action '%s' over scope '%s'."
                        .formatted(caller.clientId(), caller.objectId(), action, scope));
    }

    static AzureFault notAuthorizedThere(Claims caller, String scope) {
        return new AzureFault(
                403,
                "LinkedAuthorizationFailed",
                "The client with object id '%s' does not have permission to perform action(s) 'PrivateEndpointConnectionsApproval/action' on the linked scope(s) '%s'."
                        .formatted(caller.objectId(), scope));
    }

    static AzureFault noSuchGroup(String name) {
        return new AzureFault(404, "ResourceGroupNotFound", "Resource group '" + name + "' could not be found.");
    }

    static AzureFault noSuchResource(String id) {
        return new AzureFault(404, "ResourceNotFound", "The Resource '" + id + "' was not found.");
    }

    static AzureFault notRegistered(String namespace) {
        return new AzureFault(
                409,
                "MissingSubscriptionRegistration",
                "The subscription is not registered to use namespace '" + namespace + "'.");
    }

    static AzureFault noSuchReference(String id) {
        return new AzureFault(400, "InvalidResourceReference", "Resource " + id + " was not found.");
    }

    static AzureFault invalid(String text) {
        return new AzureFault(400, INVALID_REQUEST, text);
    }

    static AzureFault otherConnection(String name) {
        return new AzureFault(
                400,
                "CannotChangePrivateLinkConnectionOnPrivateEndpoint",
                "The connection of private endpoint '" + name + "' cannot be changed.");
    }

    static AzureFault beingDeleted(String name) {
        return new AzureFault(
                409,
                "AnotherOperationInProgress",
                "Another operation on '" + name + "' is in progress: it is being deleted.");
    }

    static AzureFault vaultExists(String name) {
        return new AzureFault(409, "VaultAlreadyExists", "The vault name '" + name + "' is already in use.");
    }

    static AzureFault vaultDeleted(String name) {
        return new AzureFault(
                409, "ConflictError", "A vault with the same name '" + name + "' already exists in deleted state.");
    }

    static AzureFault purgeProtected(String name) {
        return new AzureFault(403, "MethodNotAllowed", "Purge protection of '" + name + "' is on.");
    }
}
