package io.keyward.config.founding;

import io.keyward.config.access.serviceaccount.ServiceAccounts;
import io.keyward.contracts.Actor;
import io.keyward.startup.StartupRefusal;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Makes the first organisation and its credentials at first start. Later starts, and other replicas, find them and do nothing. */
@ApplicationScoped
class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final Actor SELF = Actor.system("config-service");

    private final FoundingStore store;
    private final BootstrapConfig config;
    private final Clock clock;

    Bootstrap(FoundingStore store, BootstrapConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Whether the first organization's settings are needed shows only now: what is missing is told by itself. */
    void onStart(@Observes StartupEvent event) throws Throwable {
        try {
            found();
        } catch (IllegalBootstrapException e) {
            throw StartupRefusal.of(e);
        }
    }

    private void found() throws Throwable {
        boolean created = VertxContextSupport.subscribeAndAwait(
                () -> store.foundFirst(() -> FirstOrganization.from(config).founding(clock.instant()), SELF));
        if (created) {
            LOG.info("The first organization was created from keyward.bootstrap.*");
        }
        boolean added = VertxContextSupport.subscribeAndAwait(this::addAccount);
        if (added) {
            LOG.info("The first service account was created from keyward.bootstrap.client-id");
        }
    }

    private Uni<Boolean> addAccount() {
        return FirstAccount.from(config)
                .map(account -> store.addToFirst(
                        account.clientId(),
                        organization -> ServiceAccounts.founder(
                                organization.id(), account.clientId(), account.secret(), clock.instant()),
                        SELF))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
