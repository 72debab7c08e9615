package io.keyward.access.peer;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Our token for config-service. */
@Singleton
public class ConfigServiceToken extends ServiceTokenFilter {
    ConfigServiceToken(ServiceTokens tokens, Config config) {
        super(tokens, config, "config-service");
    }
}
