package io.keyward.simulator.azure.arm.resource;

import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.hosts.HostReply;

/** Every operation of the resource manager that is simulated. */
public final class ArmOperations {

    private final GroupOperations groups;
    private final VaultOperations vaults;
    private final ConnectionOperations connections;
    private final EndpointOperations endpoints;

    public ArmOperations(AzureWorld world) {
        this.groups = new GroupOperations(world);
        this.vaults = new VaultOperations(world, groups);
        this.connections = new ConnectionOperations(world, vaults);
        this.endpoints = new EndpointOperations(world, groups);
    }

    /** Carries a request out; refuses by {@link io.keyward.simulator.azure.wire.AzureFault}. Longer than a method should be, because it is a list. */
    public HostReply run(ArmCall call) {
        return switch (call.request().operation()) {
            case GET_SUBSCRIPTION -> groups.getSubscription(call);
            case GET_PROVIDER -> groups.getProvider(call);
            case REGISTER -> groups.register(call);
            case UNREGISTER -> groups.unregister(call);
            case LIST_GROUPS -> groups.listGroups(call);
            case GET_GROUP -> groups.getGroup(call);
            case CHECK_GROUP -> groups.checkGroup(call);
            case PUT_GROUP -> groups.putGroup(call);
            case DELETE_GROUP -> groups.deleteGroup(call);
            case LIST_VAULTS -> vaults.listVaults(call);
            case LIST_VAULTS_OF_GROUP -> vaults.listVaultsOfGroup(call);
            case GET_VAULT -> vaults.getVault(call);
            case PUT_VAULT -> vaults.putVault(call);
            case PATCH_VAULT -> vaults.patchVault(call);
            case DELETE_VAULT -> vaults.deleteVault(call);
            case LIST_DELETED_VAULTS -> vaults.listDeletedVaults(call);
            case GET_DELETED_VAULT -> vaults.getDeletedVault(call);
            case PURGE_VAULT -> vaults.purgeVault(call);
            case LIST_CONNECTIONS -> connections.listConnections(call);
            case GET_CONNECTION -> connections.getConnection(call);
            case PUT_CONNECTION -> connections.putConnection(call);
            case DELETE_CONNECTION -> connections.deleteConnection(call);
            case LIST_ENDPOINTS -> endpoints.listEndpoints(call);
            case LIST_ENDPOINTS_OF_GROUP -> endpoints.listEndpointsOfGroup(call);
            case GET_ENDPOINT -> endpoints.getEndpoint(call);
            case PUT_ENDPOINT -> endpoints.putEndpoint(call);
            case DELETE_ENDPOINT -> endpoints.deleteEndpoint(call);
            case GET_OPERATION -> endpoints.getOperation(call);
            case GET_OPERATION_RESULT -> endpoints.getOperationResult(call);
        };
    }
}
