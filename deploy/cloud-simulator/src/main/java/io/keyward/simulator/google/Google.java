package io.keyward.simulator.google;

import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.google.control.AccountControl;
import io.keyward.simulator.google.control.KeyControl;
import io.keyward.simulator.google.control.KeyPlanter;
import io.keyward.simulator.google.control.PolicyControl;
import io.keyward.simulator.google.control.ProjectControl;
import io.keyward.simulator.google.iam.Impersonation;
import io.keyward.simulator.google.iam.Permissions;
import io.keyward.simulator.google.kms.CloudKms;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.token.Tokens;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.Project;
import io.keyward.simulator.hosts.HostedCloud;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.world.World;
import io.vertx.core.http.HttpMethod;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Google Cloud. */
public final class Google implements HostedCloud {

    private final GoogleWorld google;
    private final KeyPlanter planter;
    private final InstantSource clock;
    private final List<HostedService> services;

    /**
     * @param clock the simulated time
     * @param realClock by which clients sign
     */
    public Google(World world, InstantSource clock, InstantSource realClock) {
        this.google = new GoogleWorld(world);
        this.planter = new KeyPlanter(google);
        this.clock = clock;
        Tokens tokens = new Tokens(google, realClock, clock);
        Permissions permissions = new Permissions(google);
        Caller product = new Caller(
                "serviceAccount:" + GoogleAccounts.PLATFORM_ACCOUNT, Optional.of(GoogleAccounts.PLATFORM_PROJECT));
        this.services = List.of(
                new CloudKms(google, tokens, permissions),
                tokens.endpoint(),
                new Impersonation(google, tokens, permissions, product));
        new GoogleSeeds(google, planter).plant(clock.instant());
    }

    @Override
    public List<HostedService> services() {
        return services;
    }

    @Override
    public void mount(ControlRoutes routes) {
        new ProjectControl(google).mount(routes);
        new AccountControl(google).mount(routes);
        new PolicyControl(google).mount(routes);
        new KeyControl(google, planter, clock).mount(routes);
        routes.on(HttpMethod.GET, "/google/key-files", request -> keyFiles());
    }

    /** Projects are well again, outages end. Keys, accounts and policies stay. */
    @Override
    public void reset() {
        google.projects().all().forEach(project -> google.projects()
                .put(project.id(), Project.sound(project.id(), project.number())));
        google.keys().all().stream()
                .filter(key -> key.outage() != null)
                .forEach(key -> google.keep(key.withOutage(null)));
    }

    /** The key files that are the same in every simulator. */
    private static Map<String, String> keyFiles() {
        return Map.of(
                GoogleAccounts.DEMO_ACCOUNT,
                GoogleAccounts.demoKeyFile(),
                GoogleAccounts.PLATFORM_ACCOUNT,
                GoogleAccounts.platformKeyFile());
    }
}
