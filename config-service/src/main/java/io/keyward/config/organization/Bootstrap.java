package io.keyward.config.organization;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Makes the first organisation at first start. Later starts, and other replicas, find it and do nothing. */
@ApplicationScoped
class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class);

    private final OrganizationStore store;
    private final BootstrapConfig config;

    Bootstrap(OrganizationStore store, BootstrapConfig config) {
        this.store = store;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) throws Throwable {
        boolean created =
                VertxContextSupport.subscribeAndAwait(() -> store.createFirst(() -> FirstOrganization.from(config)));
        if (created) {
            LOG.info("The first organization was created from keyward.bootstrap.*");
        }
    }
}
