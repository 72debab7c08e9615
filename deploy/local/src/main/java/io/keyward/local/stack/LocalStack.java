package io.keyward.local.stack;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.folder.Addresses;
import io.keyward.local.folder.Credentials;
import io.keyward.local.folder.FolderInUseException;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.gateway.Gateway;
import io.keyward.local.gateway.Gateway.Doors;
import io.keyward.local.service.Backing;
import io.keyward.local.service.Broker;
import io.keyward.local.service.Replica;
import io.keyward.local.service.Service;
import io.keyward.local.service.ServicePorts;
import io.keyward.local.service.Services;
import io.keyward.local.stack.StackOptions.Engines;
import io.keyward.local.stack.StackOptions.Replicas;
import io.keyward.local.stack.StackOptions.Starts;
import io.keyward.local.stack.StackOptions.WantedPorts;
import io.keyward.simulator.Accounts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running Keyward with all it stands on, on loopback. Everything ends with {@link #close()}, with this process when that is ended in
 * order, and also when it is killed: services and database watch for it.
 *
 * <p>Faults for tests: {@link #services()} kills and starts single services; {@link #kafka()} and {@link #postgres()} stop and start again
 * on the same port and data.
 */
public final class LocalStack implements AutoCloseable {
    private final Parts parts;
    private final Addresses addresses;
    private final Credentials credentials;
    private final Standing standing;
    private final Services services;

    private LocalStack(
            Parts parts, Addresses addresses, Credentials credentials, Standing standing, Services services) {
        this.parts = parts;
        this.addresses = addresses;
        this.credentials = credentials;
        this.standing = standing;
        this.services = services;
    }

    /** Starts everything, telling nobody. See {@link #start(StackOptions, Consumer)}. */
    public static LocalStack start(StackOptions options) {
        return start(options, ignored -> {});
    }

    /**
     * Starts everything and returns when every service is ready.
     *
     * @param progress is told what is being done, a few words at a time
     * @throws FolderInUseException when another launcher runs a stack in the folder
     * @throws IllegalStateException telling what did not start; what did start is stopped again
     */
    public static LocalStack start(StackOptions options, Consumer<String> progress) {
        Parts parts = new Parts();
        try {
            return assemble(options, progress, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static LocalStack assemble(StackOptions options, Consumer<String> progress, Parts parts) {
        StackFolder folder = parts.own(StackFolder.take(options.folder(), options.use())
                .orElseThrow(() -> new FolderInUseException(options.folder())));
        BackingStart start = new BackingStart(folder, options.ports(), parts, progress);
        @Nullable Outposts outposts = options.engines() == Engines.APART ? Outposts.start(folder, parts) : null;
        Backing backing = outposts == null ? start.start() : start.over(outposts);
        boolean two = options.replicas() == Replicas.TWO;
        ServicePorts ports = two ? ServicePorts.behindPassage() : new ServicePorts();
        Services services = parts.own(Services.of(options.root(), folder, ports, options.tuning(), backing));
        if (options.starts() == Starts.CACHED) {
            progress.accept("making the caches that services start from");
            services.makeStartCaches();
        }
        progress.accept("starting config-service, endpoint-service and validation-service");
        services.startAll();
        Twins twins = two ? Twins.start(services, ports, parts) : Twins.none(ports);
        Gateway gateway =
                parts.own(Gateway.start(doors(options.ports(), progress), backing.identity(), twins.routes()));
        Addresses addresses = addresses(gateway.doors(), folder, backing);
        folder.publish(addresses);
        return new LocalStack(
                parts,
                addresses,
                folder.credentials(),
                new Standing(backing, outposts, twins, StackFolder.logs(options.folder())),
                services);
    }

    private static Doors doors(WantedPorts wanted, Consumer<String> progress) {
        int http = BackingStart.freeOr(wanted.http(), "the API", progress);
        return new Doors(http, BackingStart.freeOr(wanted.tls(), "the API over TLS", progress));
    }

    private static Addresses addresses(Doors doors, StackFolder folder, Backing backing) {
        Credentials credentials = folder.credentials();
        return new Addresses(
                "http://127.0.0.1:" + doors.http(),
                "https://127.0.0.1:" + doors.tls(),
                folder.caFile().toString(),
                credentials.orgId(),
                credentials.publicKey(),
                credentials.privateKey(),
                credentials.clientId(),
                credentials.clientSecret(),
                backing.kafka().bootstrap(),
                backing.cloud().endpoint().toString(),
                backing.mail().url().toString(),
                Accounts.CUSTOMER,
                Accounts.DEMO_ROLE_ARN,
                Accounts.DEMO_KEY_ARN);
    }

    /** Where it is, and the first API key pair. */
    public Addresses addresses() {
        return addresses;
    }

    /** All its secrets, the driver's key pair among them. */
    public Credentials credentials() {
        return credentials;
    }

    public Services services() {
        return services;
    }

    public Broker kafka() {
        return standing.backing().kafka();
    }

    public PostgresEngine postgres() {
        return standing.backing().postgres();
    }

    /**
     * Kafka and the simulated cloud, when they run in processes of their own.
     *
     * @throws NullPointerException when they do not
     */
    public Outposts outposts() {
        return Objects.requireNonNull(standing.outposts(), "the engines of this stack run within the launcher");
    }

    /** The folder in which every process has its log. */
    public Path logs() {
        return standing.logs();
    }

    /**
     * The replica beside the first one, behind the gateway.
     *
     * @throws NullPointerException when there is only one
     */
    public Replica second(Service service) {
        return standing.twins().of(service);
    }

    /** One more process of the service, not started yet; it ends with the stack. */
    public Replica replica(Service service) {
        return parts.own(services.replica(service));
    }

    @Override
    public void close() {
        parts.close();
    }

    /** What the services stand on, the part of it that runs elsewhere, their second replicas, and where all of them log. */
    private record Standing(Backing backing, @Nullable Outposts outposts, Twins twins, Path logs) {}
}
