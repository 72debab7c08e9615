package io.keyward.config.endpoint;

import io.keyward.access.peer.ServiceTokenFilter;
import io.keyward.access.peer.ServiceTokens;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Our token for endpoint-service. */
@Singleton
public class EndpointServiceToken extends ServiceTokenFilter {
    EndpointServiceToken(ServiceTokens tokens, Config config) {
        super(tokens, config, "endpoint-service");
    }
}
