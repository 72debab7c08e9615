package io.keyward.config.project;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.Slice;
import io.keyward.config.apikey.Actors;
import io.keyward.config.project.ProjectStore.Found;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates and finds projects. */
@ApplicationScoped
class ProjectService {
    private final ProjectStore store;
    private final Clock clock;

    ProjectService(ProjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new project of which the caller is the owner. */
    Uni<Project> create(ProjectRequest request, Caller caller) {
        String name = required("name", request.name());
        String orgId = required("orgId", request.orgId());
        if (!orgId.equals(caller.orgId())) {
            throw Refusal.of(ErrorCode.ORG_NOT_FOUND, orgId);
        }
        if (!caller.has(OrgRole.ORG_GROUP_CREATOR)) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, OrgRole.ORG_GROUP_CREATOR.title());
        }
        if (!ProjectRules.isName(name)) {
            throw Refusal.of(ErrorCode.INVALID_GROUP_NAME, name);
        }
        Project project = new Project(
                ObjectIds.next(),
                orgId,
                name,
                "ACTIVE",
                request.tags() == null ? List.of() : request.tags(),
                !Boolean.FALSE.equals(request.withDefaultAlertsSettings()),
                clock.instant());
        return Detached.run(() -> store.create(project, Actors.of(caller)))
                .map(created -> created.orElseThrow(() -> Refusal.of(ErrorCode.GROUP_ALREADY_EXISTS, name)));
    }

    Uni<Found> get(String groupId) {
        return store.find(groupId)
                .map(found -> found.orElseThrow(() -> Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId)));
    }

    /** The projects in which the caller has a role. */
    Uni<Slice<Found>> list(Caller caller, Paging paging) {
        List<String> mine = caller.projectRoles().entrySet().stream()
                .filter(project -> !project.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return store.list(mine, paging);
    }

    private static String required(String attribute, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, attribute);
        }
        return value;
    }
}
