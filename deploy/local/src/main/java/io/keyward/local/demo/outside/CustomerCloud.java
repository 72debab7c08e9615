package io.keyward.local.demo.outside;

import io.keyward.local.client.PlainJson;
import io.keyward.local.folder.Addresses;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * What the tenant does in a cloud account of their own, with a plain AWS SDK; and what happens to a cloud from outside. Regions are given as AWS
 * spells them.
 */
public final class CustomerCloud {
    private static final StaticCredentialsProvider ADMINISTRATOR =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private final String cloudUrl;
    private final String keyArn;

    public CustomerCloud(Addresses addresses) {
        this.cloudUrl = addresses.cloudUrl();
        this.keyArn = addresses.demoKeyArn();
    }

    /** The primary of the key. */
    public String keyArn() {
        return keyArn;
    }

    public void disableKey(String region) {
        in(region, kms -> kms.disableKey(request -> request.keyId(keyArn(region))));
    }

    public void enableKey(String region) {
        in(region, kms -> kms.enableKey(request -> request.keyId(keyArn(region))));
    }

    /** Makes the key usable in another region, too. */
    public void replicate(String region) {
        in(
                keyArn.split(":")[3],
                kms -> kms.replicateKey(request -> request.keyId(keyArn).replicaRegion(region)));
    }

    /** From now on the region's KMS does not answer, neither over the internet nor through an endpoint. */
    public void makeUnreachable(String region) {
        outage("PUT", "{\"effect\":\"UNREACHABLE\",\"service\":\"kms\",\"region\":\"%s\"}".formatted(region));
    }

    public void makeReachable() {
        outage("DELETE", "");
    }

    /** From now on an EventBridge rule forwards what happens to keys. */
    public void forwardEvents(String url, String headerName, String token) {
        PlainJson.call(
                "PUT",
                cloudUrl + "/_control/event-bridge",
                "{\"url\":\"%s\",\"headerName\":\"%s\",\"token\":\"%s\"}".formatted(url, headerName, token));
    }

    public void stopForwarding() {
        PlainJson.call("DELETE", cloudUrl + "/_control/event-bridge", "");
    }

    /** Somebody removes a private endpoint where it stands; {@code reference} is its name in the cloud. */
    public void removeEndpoint(String reference) {
        PlainJson.call("POST", cloudUrl + "/_control/endpoints/" + reference + "/delete", "{}");
    }

    private String keyArn(String region) {
        String[] parts = keyArn.split(":");
        parts[3] = region;
        return String.join(":", parts);
    }

    private void in(String region, Consumer<KmsClient> work) {
        try (KmsClient kms = KmsClient.builder()
                .endpointOverride(URI.create(cloudUrl))
                .region(Region.of(region))
                .credentialsProvider(ADMINISTRATOR)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            work.accept(kms);
        }
    }

    private void outage(String method, String body) {
        PlainJson.call(method, cloudUrl + "/_control/disturbances/outage", body);
    }
}
