package io.keyward.validation.alert.api;

import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.notification.health.HealthStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Alert configurations as they are answered, each with how its channels fare. */
@ApplicationScoped
class AlertConfigViews {
    private final HealthStore health;

    AlertConfigViews(HealthStore health) {
        this.health = health;
    }

    /** One, with all its links. */
    Uni<AlertConfigView> one(AlertConfiguration configuration, UriInfo uri) {
        return health.of(configuration.groupId(), configuration.id())
                .map(found -> AlertConfigView.of(configuration, AlertLinks.of(uri, configuration), found));
    }

    /** Some of one project, listed. */
    Uni<List<AlertConfigView>> listed(String groupId, List<AlertConfiguration> configurations, UriInfo uri) {
        return health.ofProject(groupId).map(found -> configurations.stream()
                .map(one -> AlertConfigView.of(one, AlertLinks.selfOf(uri, one), found))
                .toList());
    }
}
