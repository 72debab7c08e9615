package io.keyward.access.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whose tokens are believed. */
@ConfigMapping(prefix = "keyward.access")
public interface TokenConfig {

    /** Who signs the tokens of service accounts: {@code iss}, the same in every service. */
    @WithDefault("https://keyward")
    String issuer();

    /** Where operators sign in. Without it there are none. */
    Optional<Operators> operators();

    /** An OpenID provider, and how it marks operators. */
    interface Operators {

        /** {@code iss} of its tokens; it publishes {@code <issuer>/.well-known/openid-configuration}. */
        String issuer();

        /** {@code aud} of its tokens for this installation. */
        String audience();

        /** The claim that marks an operator; dots lead into nested claims. */
        String claim();

        /** What that claim is, or contains, for an operator. */
        String value();
    }
}
