package io.keyward.local.chaos.validation.world;

import io.keyward.local.chaos.validation.truth.TruthLog;
import io.keyward.local.client.DigestClient;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.folder.Addresses;
import java.util.List;
import java.util.stream.Stream;

/** How a tenant begins: a project, a key, a role that lets the project use it, and clusters under it; and who wants to be told of what. */
public final class Household {
    /** What each has from the start. */
    public static final List<String> CLUSTERS = List.of("one", "two");

    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "eu-central-1", "ap-south-1");
    private static final List<String> TOLD =
            List.of("AWS_ENCRYPTION_KEY_INVALID", "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED");

    private final Addresses addresses;
    private final CloudAccount account;
    private final CloudControl control;
    private final String hookUrl;
    private final TruthLog truth;

    /** @param hookUrl where webhooks are taken */
    public Household(Addresses addresses, String hookUrl, TruthLog truth) {
        this.addresses = addresses;
        this.hookUrl = hookUrl;
        this.truth = truth;
        account = new CloudAccount(addresses.cloudUrl());
        control = new CloudControl(addresses.cloudUrl());
    }

    /** The tenant of that number. */
    public Tenant arrive(int number) {
        return arrive(number, List.of());
    }

    /** The same, with a key that has replicas in those regions. */
    public Tenant arrive(int number, List<String> replicas) {
        String name = "chaos-" + number;
        DigestClient client = new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
        ProjectApi api = ProjectApi.create(client, addresses.orgId(), name);
        var lent = api.createRole();
        List<String> regions = Stream.concat(Stream.of(REGIONS.get(number % REGIONS.size())), replicas.stream())
                .toList();
        Customer customer = Customer.arrive(account, control, regions, name, lent);
        api.use(customer.property(), lent.path("roleId").asText());
        TOLD.forEach(type -> api.tell(type, hookUrl, Recipient.SECRET));
        Tenant tenant = new Tenant(api, customer, truth);
        CLUSTERS.forEach(tenant::create);
        return tenant;
    }
}
