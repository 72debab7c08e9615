package io.keyward.config.validation;

import io.keyward.access.peer.ServiceTokenFilter;
import io.keyward.access.peer.ServiceTokens;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Our token for validation-service. */
@Singleton
public class ValidationServiceToken extends ServiceTokenFilter {
    ValidationServiceToken(ServiceTokens tokens, Config config) {
        super(tokens, config, "validation-service");
    }
}
