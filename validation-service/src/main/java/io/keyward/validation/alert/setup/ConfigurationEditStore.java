package io.keyward.validation.alert.setup;

import io.keyward.contracts.Actor;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.project.AlertProjectStore;
import io.keyward.validation.alert.store.AlertConfig;
import io.keyward.validation.alert.store.AlertStore;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Takes in what people want to be told, and brings the project's alerts to it, in one transaction. */
@ApplicationScoped
public class ConfigurationEditStore {
    private final KeyUseStore keyUses;
    private final AlertProjectStore projects;
    private final ConfigurationStore configurations;
    private final AlertStore alerts;
    private final int most;

    ConfigurationEditStore(
            KeyUseStore keyUses,
            AlertProjectStore projects,
            ConfigurationStore configurations,
            AlertStore alerts,
            AlertConfig config) {
        this.keyUses = keyUses;
        this.projects = projects;
        this.configurations = configurations;
        this.alerts = alerts;
        this.most = config.maxConfigurations();
    }

    /** One more; empty when the project has as many as it may. */
    public Uni<Optional<AlertConfiguration>> create(String groupId, AlertConfiguration.Content content, Actor actor) {
        return edited(groupId, actor, () -> projects.begin(groupId)
                .chain(() -> configurations.count(groupId))
                .chain(count -> count < most
                        ? configurations.create(groupId, content, actor).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    /** Makes something else of one; empty when the project has no such configuration. */
    public Uni<Optional<AlertConfiguration>> change(
            String groupId, String id, UnaryOperator<AlertConfiguration.Content> change, Actor actor) {
        return edited(groupId, actor, () -> configurations.change(groupId, id, change, actor));
    }

    /** Deletes one; answers whether there was such a one. */
    public Uni<Boolean> delete(String groupId, String id, Actor actor) {
        return edited(groupId, actor, () -> configurations.delete(groupId, id, actor));
    }

    private <T> Uni<T> edited(String groupId, Actor actor, Supplier<Uni<T>> edit) {
        return Panache.withTransaction(
                () -> keyUses.lockProject(groupId).chain(() -> edit.get()).call(() -> alerts.look(groupId, actor)));
    }
}
