package io.keyward.simulator.azure;

import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.arm.ResourceManager;
import io.keyward.simulator.azure.control.DirectoryControl;
import io.keyward.simulator.azure.control.GraphControl;
import io.keyward.simulator.azure.control.LinkControl;
import io.keyward.simulator.azure.control.VaultControl;
import io.keyward.simulator.azure.control.VaultKeyControl;
import io.keyward.simulator.azure.entra.Entra;
import io.keyward.simulator.azure.graph.Graph;
import io.keyward.simulator.azure.vault.KeyVault;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.azure.world.link.LinkSettings;
import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.hosts.HostedCloud;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.world.World;
import java.time.InstantSource;
import java.util.List;

/** Azure, with what is seeded in it at the first start. */
public final class Azure implements HostedCloud {

    private final AzureWorld world;
    private final InstantSource now;
    private final List<HostedService> services;

    /**
     * @param now the simulated time, by which keys, secrets and endpoints live
     * @param realNow the real one, by which tokens do
     */
    public Azure(World world, InstantSource now, InstantSource realNow) {
        this.world = new AzureWorld(world);
        this.now = now;
        if (this.world.fresh()) {
            AzureSeeds.plant(this.world, realNow.instant());
        }
        AccessTokens tokens =
                new AccessTokens(this.world, Principal.of(AzureAccounts.CUSTOMER_TENANT, AzureAccounts.ADMINISTRATOR));
        this.services = List.of(
                new Entra(this.world, tokens, now, realNow),
                new KeyVault(this.world, tokens, now, realNow),
                new ResourceManager(this.world, tokens, now, realNow),
                new Graph(this.world, tokens, AzureAccounts.ADMINISTRATOR, realNow));
    }

    @Override
    public List<HostedService> services() {
        return services;
    }

    @Override
    public void mount(ControlRoutes routes) {
        new DirectoryControl(world).mount(routes);
        new GraphControl(world).mount(routes);
        new VaultControl(world, now).mount(routes);
        new VaultKeyControl(world, now).mount(routes);
        new LinkControl(world, now).mount(routes);
    }

    @Override
    public void reset() {
        world.creations().clear();
        world.set(LinkSettings.USUAL);
    }
}
