package io.keyward.simulator.azure.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.AzureCloud;

/** The documents by which identity libraries find out that a host is Entra's, and where tokens are. */
final class Discovery {

    private Discovery() {}

    static ObjectNode instance(AzureCloud cloud, String tenant) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("tenant_discovery_endpoint", base(cloud, tenant) + "/v2.0/.well-known/openid-configuration")
                .put("api-version", "1.1");
        ObjectNode entry = body.putArray("metadata").addObject();
        entry.put("preferred_network", cloud.login()).put("preferred_cache", cloud.login());
        cloud.logins().forEach(entry.putArray("aliases")::add);
        return body;
    }

    static ObjectNode openId(AzureCloud cloud, String tenant) {
        String base = base(cloud, tenant);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("issuer", base + "/v2.0")
                .put("token_endpoint", base + "/oauth2/v2.0/token")
                .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
                .put("jwks_uri", base + "/discovery/v2.0/keys");
        body.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
        body.putArray("response_types_supported").add("token");
        body.putArray("subject_types_supported").add("pairwise");
        return body;
    }

    private static String base(AzureCloud cloud, String tenant) {
        return "https://" + cloud.login() + "/" + tenant;
    }
}
