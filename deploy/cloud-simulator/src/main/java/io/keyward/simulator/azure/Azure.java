package io.keyward.simulator.azure;

import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.entra.Entra;
import io.keyward.simulator.azure.vault.KeyVault;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.hosts.HostedCloud;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.world.World;
import java.time.InstantSource;
import java.util.List;

/** Azure, with what is seeded in it at the first start. */
public final class Azure implements HostedCloud {

    private final List<HostedService> services;

    /**
     * @param now the simulated time, by which keys, secrets and endpoints live
     * @param realNow the real one, by which tokens do
     */
    public Azure(World world, InstantSource now, InstantSource realNow) {
        AzureWorld azure = new AzureWorld(world);
        if (azure.fresh()) {
            AzureSeeds.plant(azure, realNow.instant());
        }
        AccessTokens tokens = new AccessTokens(azure);
        services = List.of(new Entra(azure, tokens, now, realNow), new KeyVault(azure, tokens, now, realNow));
    }

    @Override
    public List<HostedService> services() {
        return services;
    }

    @Override
    public void mount(ControlRoutes routes) {}
}
