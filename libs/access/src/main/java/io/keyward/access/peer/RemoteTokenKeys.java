package io.keyward.access.peer;

import io.keyward.access.token.TokenKeys;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The token keys of config-service, seen from another service. */
@DefaultBean
@ApplicationScoped
class RemoteTokenKeys implements TokenKeys {
    private final PrincipalClient client;

    RemoteTokenKeys(@RestClient PrincipalClient client) {
        this.client = client;
    }

    @Override
    public Uni<String> published() {
        return client.tokenKeys();
    }
}
