package io.keyward.clouds.aws.kms;

import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.AwsConfig;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.endpoints.KmsEndpointProvider;

/** A wire to KMS per region, made once and kept. Each has connections of its own, so that one region that hangs starves no other. */
@ApplicationScoped
public class KmsWires {
    private final Map<String, KmsWire> regions = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final AwsConfig config;

    public KmsWires(Vertx vertx, AwsConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** The region's. Fails with IllegalArgumentException for what is no region. */
    public KmsWire to(String region) {
        if (!AwsClients.isRegion(region)) {
            throw new IllegalArgumentException("not an AWS region: " + region);
        }
        return regions.computeIfAbsent(region, this::wire);
    }

    @PreDestroy
    void close() {
        regions.values().forEach(KmsWire::close);
    }

    private KmsWire wire(String region) {
        var place = config.endpoint().orElseGet(() -> publicPlace(region));
        var settings = new KmsWire.Settings(place, config.callTimeout(), config.connectionsPerRegion());
        return new KmsWire(vertx, region, settings, Clock.systemUTC());
    }

    private static URI publicPlace(String region) {
        return KmsEndpointProvider.defaultProvider()
                .resolveEndpoint(where ->
                        where.region(Region.of(region)).useDualStack(false).useFips(false))
                .join()
                .url();
    }
}
