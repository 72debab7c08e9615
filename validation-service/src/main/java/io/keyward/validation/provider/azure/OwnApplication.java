package io.keyward.validation.provider.azure;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.azure.AzureConfig;
import io.keyward.clouds.azure.AzureEnvironment;
import io.keyward.clouds.azure.AzureEnvironment.Audience;
import io.keyward.clouds.azure.AzureIdentity;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.Secret;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Our own application, which customers let into their tenants, and the proof that it is not at fault itself when one does not. */
@ApplicationScoped
class OwnApplication {
    private final AzureWeb web;
    private final AzureConfig config;

    OwnApplication(AzureWeb web, AzureConfig config) {
        this.web = web;
        this.config = config;
    }

    /** There is none. */
    static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingException(String setting) {
            super(setting + " is not configured", null, false, false);
        }
    }

    /** Its secret, or a {@link MissingException}. */
    Uni<Secret> secret() {
        return required(config.applicationSecret(), "keyward.azure.application-secret")
                .map(Secret::new);
    }

    /** Signs in at home, anew: whom not even their own tenant lets in are not refused by a customer. */
    Uni<Answer<BearerToken>> signInAtHome(CallLog calls) {
        return signIn(config.applicationId().orElse("none"), config.tenantId(), calls);
    }

    /** Signs in to a customer's tenant, anew. */
    Uni<Answer<BearerToken>> signIn(String tenantId, CallLog calls) {
        return signIn(tenantId, Optional.of(tenantId), calls);
    }

    private Uni<Answer<BearerToken>> signIn(String target, Optional<String> tenantId, CallLog calls) {
        return calls.make(
                new CallLog.Request(AzureOperations.TOKEN, target, AzureEnvironment.AZURE.name(), Path.PUBLIC),
                () -> identity(tenantId)
                        .chain(identity -> web.token(
                                identity, Audience.VAULTS, Freshness.FRESH, () -> secret().map(Secret::value))),
                token -> Optional.ofNullable(token.requestId()));
    }

    private Uni<AzureIdentity> identity(Optional<String> tenantId) {
        return required(tenantId, "keyward.azure.tenant-id")
                .chain(tenant -> required(config.applicationId(), "keyward.azure.application-id")
                        .map(id -> new AzureIdentity(AzureEnvironment.AZURE, tenant, id, null)));
    }

    private static Uni<String> required(Optional<String> setting, String name) {
        return setting.map(value -> Uni.createFrom().item(value))
                .orElseGet(() -> Uni.createFrom().failure(new MissingException(name)));
    }
}
