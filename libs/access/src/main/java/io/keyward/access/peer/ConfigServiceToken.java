package io.keyward.access.peer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** Our token for config-service. */
@ApplicationScoped
public class ConfigServiceToken extends ServiceTokenFilter {
    ConfigServiceToken(ServiceTokens tokens, Config config) {
        super(tokens, config, "config-service");
    }
}
