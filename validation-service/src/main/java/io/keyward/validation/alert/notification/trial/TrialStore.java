package io.keyward.validation.alert.notification.trial;

import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Loads what is to be tried. */
@ApplicationScoped
class TrialStore {
    private final ConfigurationStore configurations;
    private final AlertProjectStore projects;

    TrialStore(ConfigurationStore configurations, AlertProjectStore projects) {
        this.configurations = configurations;
        this.projects = projects;
    }

    /** Empty when the project has no such configuration. */
    Uni<Optional<Subject>> load(String groupId, String configurationId) {
        return Panache.withSession(
                () -> projects.nameOf(groupId).map(name -> name.orElse(groupId)).chain(name -> configurations
                        .find(groupId, configurationId)
                        .map(found -> found.map(configuration -> new Subject(name, configuration)))));
    }

    /** A configuration, and what people call its project. */
    record Subject(String project, AlertConfiguration configuration) {}
}
