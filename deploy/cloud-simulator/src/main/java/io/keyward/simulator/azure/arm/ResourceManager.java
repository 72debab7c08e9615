package io.keyward.simulator.azure.arm;

import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.arm.resource.ArmCall;
import io.keyward.simulator.azure.arm.resource.ArmFaults;
import io.keyward.simulator.azure.arm.resource.ArmOperations;
import io.keyward.simulator.azure.arm.resource.ArmRequest;
import io.keyward.simulator.azure.wire.AzureFault;
import io.keyward.simulator.azure.wire.AzureReplies;
import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.time.InstantSource;
import java.util.Optional;

/** The resource manager at the hosts of all national clouds. */
public final class ResourceManager implements HostedService {

    private static final int UNAUTHORIZED = 401;

    private final AzureWorld world;
    private final ArmGate gate;
    private final ArmOperations operations;
    private final InstantSource now;

    /**
     * @param now the simulated time, by which endpoints live
     * @param realNow the real one, by which tokens do
     */
    public ResourceManager(AzureWorld world, AccessTokens tokens, InstantSource now, InstantSource realNow) {
        this.world = world;
        this.gate = new ArmGate(world, tokens, realNow);
        this.operations = new ArmOperations(world);
        this.now = now;
    }

    @Override
    public String name() {
        return "arm";
    }

    @Override
    public boolean answersAt(String host) {
        return AzureCloud.ofManagement(host).isPresent();
    }

    @Override
    public Subject subjectOf(HostCall call) {
        Optional<ArmRequest> request = ArmRequest.of(call);
        String operation = request.map(asked -> asked.operation().label()).orElse(Subject.NONE);
        String resource = request.map(ArmRequest::scope).orElse(Subject.NONE);
        return new Subject(operation, region(call, resource), resource);
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        try {
            return AzureReplies.signed(call, run(call, footprint));
        } catch (AzureFault fault) {
            return refused(call, fault);
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        return refused(call, ArmFaults.of(trouble));
    }

    private HostReply run(HostCall call, Footprint footprint) {
        AzureCloud cloud = AzureCloud.ofManagement(call.host()).orElse(AzureCloud.AZURE);
        Claims caller = gate.authenticate(call, cloud);
        footprint.isOf(caller.clientId());
        ArmRequest request = ArmRequest.of(call)
                .orElseThrow(() -> new AzureFault(404, "InvalidResourceType", "There is no such operation."));
        footprint.touches(request.scope());
        if (call.parameter("api-version").isEmpty()) {
            throw new AzureFault(
                    400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required.");
        }
        gate.authorize(request, caller);
        Body body = Body.of(call, ArmFaults.INVALID_REQUEST);
        return operations.run(new ArmCall(call, request, caller, body, now.instant()));
    }

    /** Where the resource is, or is to be. */
    private String region(HostCall call, String resource) {
        return world.endpoint(resource, now.instant())
                .map(endpoint -> endpoint.place().location())
                .or(() -> world.vaults().all().stream()
                        .filter(vault -> resource.regionMatches(
                                true, 0, vault.id(), 0, vault.id().length()))
                        .map(Vault::location)
                        .findFirst())
                .or(() -> wanted(call))
                .orElse(Subject.GLOBAL);
    }

    private static Optional<String> wanted(HostCall call) {
        try {
            return Body.of(call, ArmFaults.INVALID_REQUEST).text("location");
        } catch (AzureFault e) {
            return Optional.empty();
        }
    }

    private static HostReply refused(HostCall call, AzureFault fault) {
        HostReply reply = AzureReplies.refused(call, fault);
        return fault.status() == UNAUTHORIZED
                ? reply.with(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=\"https://login.microsoftonline.com/\", error=\"invalid_token\"")
                : reply;
    }
}
