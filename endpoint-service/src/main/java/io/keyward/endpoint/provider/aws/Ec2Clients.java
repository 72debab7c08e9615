package io.keyward.endpoint.provider.aws;

import io.keyward.clouds.aws.AwsClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;

/** Clients of EC2 as ourselves, one per region, made once and kept. */
@ApplicationScoped
class Ec2Clients {
    private final Map<String, Ec2AsyncClient> regions = new ConcurrentHashMap<>();
    private final AwsClients clients;

    Ec2Clients(AwsClients clients) {
        this.clients = clients;
    }

    Ec2AsyncClient of(String region) {
        return regions.computeIfAbsent(region, name -> clients.asOurselves(Ec2AsyncClient.builder(), name));
    }

    @PreDestroy
    void close() {
        regions.values().forEach(Ec2AsyncClient::close);
    }
}
