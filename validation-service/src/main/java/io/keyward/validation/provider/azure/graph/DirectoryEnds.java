package io.keyward.validation.provider.azure.graph;

import io.keyward.clouds.azure.AzureEnvironment;
import io.keyward.clouds.azure.AzureEnvironment.Audience;
import io.keyward.clouds.azure.AzureIdentity;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.Way;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.Secret;
import io.keyward.validation.credential.Credentials;
import io.keyward.validation.expiry.CredentialEnds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks Graph, as the application itself, for the ends of its secrets. The host is the environment's; nothing of it is the customer's to choose. */
@ApplicationScoped
class DirectoryEnds implements CredentialEnds {
    private static final Pattern CLIENT_ID = Pattern.compile("[0-9A-Fa-f-]{1,64}");

    private final AzureWeb web;
    private final Credentials credentials;
    private final Clock clock;

    DirectoryEnds(AzureWeb web, Credentials credentials, Clock clock) {
        this.web = web;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Instant>> of(String groupId, AzureApplication application) {
        var environment = AzureEnvironment.named(application.environment());
        var credentialId = application.credentialId();
        boolean isId = CLIENT_ID.matcher(application.clientId()).matches();
        if (environment.isEmpty() || credentialId == null || !isId) {
            return Uni.createFrom().item(Optional.empty());
        }
        var identity =
                new AzureIdentity(environment.get(), application.tenantId(), application.clientId(), credentialId);
        return credentials.get(groupId, credentialId).chain(secret -> end(identity, secret));
    }

    private Uni<Optional<Instant>> end(AzureIdentity identity, Secret secret) {
        return web.signIn(identity, Audience.DIRECTORY, secret.value()).chain(token -> {
            var letIn = clock.instant();
            return secrets(identity, token).map(known -> PasswordRules.end(known, secret.value(), letIn));
        });
    }

    private Uni<List<PasswordCredential>> secrets(AzureIdentity identity, BearerToken token) {
        var url = "https://" + identity.environment().graphHost() + "/v1.0/applications(appId='" + identity.clientId()
                + "')?$select=passwordCredentials";
        return web.ask(CloudRequest.asking(url, token, null, Way.INTERNET))
                .map(reply -> PasswordCredential.of(reply.json()));
    }
}
