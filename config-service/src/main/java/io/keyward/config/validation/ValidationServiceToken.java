package io.keyward.config.validation;

import io.keyward.access.peer.ServiceTokenFilter;
import io.keyward.access.peer.ServiceTokens;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** Our token for validation-service. */
@ApplicationScoped
public class ValidationServiceToken extends ServiceTokenFilter {
    ValidationServiceToken(ServiceTokens tokens, Config config) {
        super(tokens, config, "validation-service");
    }
}
