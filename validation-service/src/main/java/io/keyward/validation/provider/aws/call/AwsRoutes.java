package io.keyward.validation.provider.aws.call;

import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.clouds.aws.PrivateEndpoint;
import io.keyward.clouds.aws.kms.KmsWires;
import io.keyward.validation.check.KeyPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Knows the ways to KMS. */
@ApplicationScoped
public class AwsRoutes {
    private final AwsClients clients;
    private final KmsWires wires;
    private final AwsConfig config;

    public AwsRoutes(AwsClients clients, KmsWires wires, AwsConfig config) {
        this.clients = clients;
        this.wires = wires;
        this.config = config;
    }

    /** The way to KMS of a region on a path. */
    public AwsRoute to(String region, KeyPath.Open path) {
        Optional<PrivateEndpoint> endpoint =
                switch (path) {
                    case KeyPath.Public ignored -> Optional.empty();
                    case KeyPath.Private through ->
                        Optional.of(clients.through(through.reference(), through.address()));
                };
        return new AwsRoute(
                clients.kms(region), wires.to(region), region, path, endpoint, config.privateEndpointSettling());
    }
}
