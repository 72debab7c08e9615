package io.keyward.simulator.azure.arm.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The operations: the name that the log has for each, method and path, and the management action that roles allow. A star in a path stands for a name. */
public enum ArmOperation {
    GET_SUBSCRIPTION("GetSubscription", "GET", "subscriptions/*", "Microsoft.Resources/subscriptions/read"),
    GET_PROVIDER(
            "GetProvider", "GET", "subscriptions/*/providers/*", "Microsoft.Resources/subscriptions/providers/read"),
    REGISTER("RegisterProvider", "POST", "subscriptions/*/providers/*/register", "Microsoft.Resources/register/action"),
    UNREGISTER(
            "UnregisterProvider",
            "POST",
            "subscriptions/*/providers/*/unregister",
            "Microsoft.Resources/unregister/action"),

    LIST_GROUPS("ListResourceGroups", "GET", "subscriptions/*/resourcegroups", Actions.GROUPS + "read"),
    GET_GROUP("GetResourceGroup", "GET", Paths.GROUP, Actions.GROUPS + "read"),
    CHECK_GROUP("CheckResourceGroup", "HEAD", Paths.GROUP, Actions.GROUPS + "read"),
    PUT_GROUP("PutResourceGroup", "PUT", Paths.GROUP, Actions.GROUPS + "write"),
    DELETE_GROUP("DeleteResourceGroup", "DELETE", Paths.GROUP, Actions.GROUPS + "delete"),

    LIST_VAULTS("ListVaults", "GET", "subscriptions/*/providers/microsoft.keyvault/vaults", Actions.VAULTS + "read"),
    LIST_VAULTS_OF_GROUP("ListVaultsByResourceGroup", "GET", Paths.VAULTS, Actions.VAULTS + "read"),
    GET_VAULT("GetVault", "GET", Paths.VAULT, Actions.VAULTS + "read"),
    PUT_VAULT("PutVault", "PUT", Paths.VAULT, Actions.VAULTS + "write"),
    PATCH_VAULT("PatchVault", "PATCH", Paths.VAULT, Actions.VAULTS + "write"),
    DELETE_VAULT("DeleteVault", "DELETE", Paths.VAULT, Actions.VAULTS + "delete"),
    LIST_DELETED_VAULTS(
            "ListDeletedVaults",
            "GET",
            "subscriptions/*/providers/microsoft.keyvault/deletedvaults",
            Actions.DELETED + "read"),
    GET_DELETED_VAULT("GetDeletedVault", "GET", Paths.DELETED_VAULT, Actions.DELETED + "read"),
    PURGE_VAULT("PurgeDeletedVault", "POST", Paths.DELETED_VAULT + "/purge", Actions.DELETED + "purge/action"),

    LIST_CONNECTIONS("ListConnections", "GET", Paths.CONNECTIONS, Actions.CONNECTIONS + "read"),
    GET_CONNECTION("GetConnection", "GET", Paths.CONNECTIONS + "/*", Actions.CONNECTIONS + "read"),
    PUT_CONNECTION("PutConnection", "PUT", Paths.CONNECTIONS + "/*", Actions.CONNECTIONS + "write"),
    DELETE_CONNECTION("DeleteConnection", "DELETE", Paths.CONNECTIONS + "/*", Actions.CONNECTIONS + "delete"),

    LIST_ENDPOINTS(
            "ListPrivateEndpoints",
            "GET",
            "subscriptions/*/providers/microsoft.network/privateendpoints",
            Actions.ENDPOINTS + "read"),
    LIST_ENDPOINTS_OF_GROUP("ListPrivateEndpointsByResourceGroup", "GET", Paths.ENDPOINTS, Actions.ENDPOINTS + "read"),
    GET_ENDPOINT("GetPrivateEndpoint", "GET", Paths.ENDPOINTS + "/*", Actions.ENDPOINTS + "read"),
    PUT_ENDPOINT("PutPrivateEndpoint", "PUT", Paths.ENDPOINTS + "/*", Actions.ENDPOINTS + "write"),
    DELETE_ENDPOINT("DeletePrivateEndpoint", "DELETE", Paths.ENDPOINTS + "/*", Actions.ENDPOINTS + "delete"),
    GET_OPERATION(
            "GetOperation",
            "GET",
            "subscriptions/*/providers/microsoft.network/locations/*/operations/*",
            Actions.ENDPOINTS + "read"),
    GET_OPERATION_RESULT(
            "GetOperationResult",
            "GET",
            "subscriptions/*/providers/microsoft.network/locations/*/operationresults/*",
            Actions.ENDPOINTS + "read");

    private static final class Paths {
        static final String GROUP = "subscriptions/*/resourcegroups/*";
        static final String VAULTS = GROUP + "/providers/microsoft.keyvault/vaults";
        static final String VAULT = VAULTS + "/*";
        static final String CONNECTIONS = VAULT + "/privateendpointconnections";
        static final String DELETED_VAULT = "subscriptions/*/providers/microsoft.keyvault/locations/*/deletedvaults/*";
        static final String ENDPOINTS = GROUP + "/providers/microsoft.network/privateendpoints";
    }

    private static final class Actions {
        static final String GROUPS = "Microsoft.Resources/subscriptions/resourceGroups/";
        static final String VAULTS = "Microsoft.KeyVault/vaults/";
        static final String DELETED = "Microsoft.KeyVault/locations/deletedVaults/";
        static final String CONNECTIONS = "Microsoft.KeyVault/vaults/privateEndpointConnections/";
        static final String ENDPOINTS = "Microsoft.Network/privateEndpoints/";
    }

    private final String label;
    private final String method;
    private final List<String> path;
    private final String action;

    ArmOperation(String label, String method, String path, String action) {
        this.label = label;
        this.method = method;
        this.path = List.of(path.split("/"));
        this.action = action;
    }

    /** The operation that this method and path ask for, if there is one. */
    static Optional<ArmOperation> of(String method, List<String> segments) {
        return Arrays.stream(values())
                .filter(operation -> operation.method.equals(method) && operation.fits(segments))
                .findFirst();
    }

    public String label() {
        return label;
    }

    public String action() {
        return action;
    }

    private boolean fits(List<String> segments) {
        if (segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals("*") && !path.get(i).equalsIgnoreCase(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
