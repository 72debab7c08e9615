package io.keyward.config.project.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The switches of projects; a column of their rows. */
@ApplicationScoped
class SettingsStore {
    private static final String READ = "select settings from project where id = :id and deleted_at is null";
    private static final String WRITE = "update project set settings = :settings where id = :id returning id";

    private final ProjectStore projects;
    private final ActivityLog log;
    private final Clock clock;
    private final ObjectMapper json;

    SettingsStore(ProjectStore projects, ActivityLog log, Clock clock, ObjectMapper json) {
        this.projects = projects;
        this.log = log;
        this.clock = clock;
        this.json = json;
    }

    Uni<ProjectSettings> get(String groupId) {
        return Panache.withSession(() -> read(groupId));
    }

    /** Records what {@code change} makes of the settings, in the activity log as well; nothing when that is the same as before. */
    Uni<ProjectSettings> change(String groupId, UnaryOperator<ProjectSettings> change, Actor actor) {
        return Panache.withTransaction(
                () -> projects.lock(groupId).chain(() -> read(groupId)).chain(before -> {
                    ProjectSettings after = change.apply(before);
                    return after.equals(before)
                            ? Uni.createFrom().item(before)
                            : write(groupId, after)
                                    .chain(() -> log.record(ActivityEntry.ofProject(
                                            groupId,
                                            EventType.GROUP_SETTINGS_UPDATED,
                                            after.since(before),
                                            actor,
                                            clock.instant())))
                                    .replaceWith(after);
                }));
    }

    private Uni<ProjectSettings> read(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READ, String.class)
                        .setParameter("id", groupId)
                        .getResultList())
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId);
                    }
                    return settings(rows.getFirst());
                });
    }

    private Uni<List<String>> write(String groupId, ProjectSettings settings) {
        return Panache.getSession().chain(session -> session.createNativeQuery(WRITE, String.class)
                .setParameter("id", groupId)
                .setParameter("settings", text(settings))
                .getResultList());
    }

    private String text(ProjectSettings settings) {
        try {
            return json.writeValueAsString(settings.changed());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings cannot be written", e);
        }
    }

    private ProjectSettings settings(String text) {
        try {
            Map<String, Boolean> changed = json.readerForMapOf(Boolean.class).readValue(text);
            return new ProjectSettings(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings cannot be read", e);
        }
    }
}
