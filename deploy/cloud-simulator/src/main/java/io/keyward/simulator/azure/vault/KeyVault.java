package io.keyward.simulator.azure.vault;

import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.vault.key.KeyOperations;
import io.keyward.simulator.azure.vault.key.VaultCall;
import io.keyward.simulator.azure.vault.key.VaultFaults;
import io.keyward.simulator.azure.vault.key.VaultOperation;
import io.keyward.simulator.azure.vault.key.VaultRequest;
import io.keyward.simulator.azure.wire.AzureFault;
import io.keyward.simulator.azure.wire.AzureReplies;
import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Key Vault at the hosts of all vaults that there are. A vault that is purged has no host any more. */
public final class KeyVault implements HostedService {

    private static final int UNAUTHORIZED = 401;

    private final AzureWorld world;
    private final VaultGate gate;
    private final KeyOperations operations;
    private final InstantSource now;

    /**
     * @param now the simulated time, by which keys live
     * @param realNow the real one, by which tokens do
     */
    public KeyVault(AzureWorld world, AccessTokens tokens, InstantSource now, InstantSource realNow) {
        this.world = world;
        this.gate = new VaultGate(world, tokens, realNow);
        this.operations = new KeyOperations(world);
        this.now = now;
    }

    @Override
    public String name() {
        return "key-vault";
    }

    @Override
    public boolean answersAt(String host) {
        return vault(host).isPresent();
    }

    @Override
    public boolean reachedThrough(String endpoint, String host) {
        Instant when = now.instant();
        return vault(host)
                .flatMap(vault -> world.endpointNamed(endpoint)
                        .filter(found -> found.connection().vaultId().equalsIgnoreCase(vault.id()))
                        .filter(found -> found.open(when) || (found.exists(when) && found.misrouted())))
                .isPresent();
    }

    @Override
    public Subject subjectOf(HostCall call) {
        Optional<VaultRequest> request = VaultRequest.of(call);
        String region = vault(call.host()).map(Vault::location).orElse(Subject.GLOBAL);
        String operation =
                request.map(VaultRequest::operation).map(VaultOperation::label).orElse(Subject.NONE);
        return new Subject(operation, region, resource(call, request));
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        Vault vault = vault(call.host()).orElseThrow(() -> new IllegalStateException("no vault at " + call.host()));
        try {
            return AzureReplies.signed(call, run(call, vault, footprint));
        } catch (AzureFault fault) {
            return refused(call, vault, fault);
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        AzureFault fault = VaultFaults.of(trouble);
        return vault(call.host())
                .map(vault -> refused(call, vault, fault))
                .orElseGet(() -> AzureReplies.refused(call, fault));
    }

    private HostReply run(HostCall call, Vault vault, Footprint footprint) {
        if (vault.deleted()) {
            throw VaultFaults.deletedVault(vault);
        }
        Claims caller = gate.authenticate(call, vault);
        footprint.isOf(caller.clientId());
        VaultRequest request =
                VaultRequest.of(call).orElseThrow(() -> new AzureFault(404, "NotFound", "There is no such operation."));
        footprint.touches(resource(call, Optional.of(request)));
        if (call.parameter("api-version").isEmpty()) {
            throw VaultFaults.bad("api-version must be specified");
        }
        gate.requireReach(call, vault, caller);
        gate.requirePermission(vault, request, caller);
        Body body = Body.of(call, VaultFaults.BAD_PARAMETER);
        VaultCall about = new VaultCall(vault, request, body, now.instant());
        return request.operation() == VaultOperation.PURGE_KEY
                ? purged(about)
                : HostReply.done(200, operations.run(about));
    }

    private HostReply purged(VaultCall call) {
        operations.run(call);
        return HostReply.done(204);
    }

    private HostReply refused(HostCall call, Vault vault, AzureFault fault) {
        HostReply reply = AzureReplies.refused(call, fault);
        return fault.status() == UNAUTHORIZED ? reply.with("WWW-Authenticate", gate.challenge(vault)) : reply;
    }

    private Optional<Vault> vault(String host) {
        return world.vault(host, now.instant());
    }

    /** The key's identifier without a version, or the vault's address. */
    private static String resource(HostCall call, Optional<VaultRequest> request) {
        String base = "https://" + call.host();
        return request.map(VaultRequest::key)
                .filter(key -> !key.isEmpty())
                .map(key -> base + "/keys/" + key)
                .orElse(base);
    }
}
