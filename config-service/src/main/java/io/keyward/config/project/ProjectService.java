package io.keyward.config.project;

import io.keyward.access.Caller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.Slice;
import io.keyward.config.organization.member.MemberStore;
import io.keyward.config.project.ProjectStore.Found;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates, changes and finds projects. */
@ApplicationScoped
public class ProjectService {
    private final ProjectStore store;
    private final ProjectChangeStore changes;
    private final MemberStore members;
    private final ProjectConfig config;
    private final Clock clock;

    ProjectService(
            ProjectStore store, ProjectChangeStore changes, MemberStore members, ProjectConfig config, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.members = members;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A new project of which the caller is the owner.
     *
     * @param ownerId the member of the organisation who is to be told what happens to it; its owners when nobody is named
     */
    Uni<Project> create(ProjectRequest request, Optional<String> ownerId, Caller caller) {
        String orgId = ProjectRules.required("orgId", request.orgId());
        if (!orgId.equals(caller.orgId())) {
            throw Refusal.of(ErrorCode.ORG_NOT_FOUND, orgId);
        }
        Project project = new Project(
                ObjectIds.next(),
                orgId,
                ProjectRules.requireName(request.name()),
                Project.ACTIVE,
                ProjectRules.requireTags(request.tags()),
                !Boolean.FALSE.equals(request.withDefaultAlertsSettings()),
                clock.instant());
        return checkOwner(orgId, ownerId)
                .chain(() -> Detached.run(
                        () -> changes.create(project, config.maxPerOrganization(), ownerId, caller.actor())));
    }

    private Uni<Void> checkOwner(String orgId, Optional<String> ownerId) {
        return ownerId.isEmpty()
                ? Uni.createFrom().voidItem()
                : members.of(orgId)
                        .invoke(known -> {
                            if (known.stream().noneMatch(member -> member.id().equals(ownerId.get()))) {
                                throw Refusal.of(ErrorCode.INVALID_QUERY_PARAMETER, "projectOwnerId")
                                        .withDetail("projectOwnerId has to be the id of a member of the organization.");
                            }
                        })
                        .replaceWithVoid();
    }

    /** Changes what was sent. */
    Uni<Found> update(String groupId, ProjectPatch patch, Caller caller) {
        return Detached.run(() -> changes.update(
                        groupId,
                        caller.orgId(),
                        current -> ProjectRules.merge(current, patch),
                        clock.instant(),
                        caller.actor()))
                .chain(() -> store.find(groupId));
    }

    /** The project of that name in the caller's organisation, if the caller has a role in it. */
    public Uni<Found> byName(String name, Caller caller) {
        Uni<Optional<Found>> named = ProjectRules.isName(name)
                ? store.findByName(caller.orgId(), name)
                : Uni.createFrom().item(Optional.empty());
        return named.map(found -> found.filter(
                        project -> mine(caller).contains(project.project().id()))
                .orElseThrow(() -> Refusal.of(ErrorCode.GROUP_NAME_NOT_FOUND, name)));
    }

    /** The projects in which the caller has a role. */
    Uni<Slice<Found>> list(Caller caller, Paging paging) {
        return store.list(mine(caller), "", paging);
    }

    /** The projects of the caller's organisation that the caller is told exist, by the beginning of their names: its owner is told of all. */
    public Uni<Slice<Found>> listVisible(Caller caller, String prefix, Paging paging) {
        return store.list(caller.projectRoles().keySet(), prefix, paging);
    }

    private static Set<String> mine(Caller caller) {
        return caller.projectRoles().entrySet().stream()
                .filter(project -> !project.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
