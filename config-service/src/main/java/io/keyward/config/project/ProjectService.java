package io.keyward.config.project;

import io.keyward.access.Caller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.Slice;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.config.organization.member.MemberStore;
import io.keyward.config.project.ProjectStore.Found;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates and finds projects. */
@ApplicationScoped
class ProjectService {
    private static final List<String> STATES = List.of(Project.ACTIVE, Project.INACTIVE);

    private final ProjectStore store;
    private final OrganizationStore organizations;
    private final MemberStore members;
    private final Clock clock;

    ProjectService(ProjectStore store, OrganizationStore organizations, MemberStore members, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.members = members;
        this.clock = clock;
    }

    /**
     * A new project of which the caller is the owner.
     *
     * @param ownerId the member of the organisation who is to be told what happens to it; its owners when nobody is named
     */
    Uni<Project> create(ProjectRequest request, Optional<String> ownerId, Caller caller) {
        String name = required("name", request.name());
        String orgId = required("orgId", request.orgId());
        if (!orgId.equals(caller.orgId())) {
            throw Refusal.of(ErrorCode.ORG_NOT_FOUND, orgId);
        }
        if (!ProjectRules.isName(name)) {
            throw Refusal.of(ErrorCode.INVALID_GROUP_NAME, name);
        }
        Project project = new Project(
                ObjectIds.next(),
                orgId,
                name,
                Project.ACTIVE,
                request.tags() == null ? List.of() : request.tags(),
                !Boolean.FALSE.equals(request.withDefaultAlertsSettings()),
                clock.instant());
        return checkOwner(orgId, ownerId)
                .chain(() -> Detached.run(() -> store.create(project, ownerId, caller.actor())))
                .map(created -> created.orElseThrow(() -> Refusal.of(ErrorCode.GROUP_ALREADY_EXISTS, name)));
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

    /** Suspends a project or takes it up again; answers the state that it has from now on. */
    Uni<String> changeState(String groupId, @Nullable String wanted, Caller caller) {
        String state = required("state", wanted);
        if (!STATES.contains(state)) {
            throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "state", STATES)
                    .withField("state", "Allowed: " + STATES + ".");
        }
        return Detached.run(() -> store.changeState(groupId, state, clock.instant(), caller.actor()))
                .replaceWith(state);
    }

    /** Whom to tell what happens to a project. */
    Uni<Owners> owners(String groupId) {
        return get(groupId)
                .map(Found::project)
                .chain(project -> organizations.get(project.orgId()).chain(organization -> members.of(project.orgId())
                        .map(known -> Owners.of(project, organization, known))));
    }

    Uni<Found> get(String groupId) {
        return store.find(groupId)
                .map(found -> found.orElseThrow(() -> Refusal.of(ErrorCode.GROUP_NOT_FOUND, groupId)));
    }

    /** The project of that name in the caller's organisation, if the caller has a role in it. */
    Uni<Found> byName(String name, Caller caller) {
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
    Uni<Slice<Found>> listVisible(Caller caller, String prefix, Paging paging) {
        return store.list(caller.projectRoles().keySet(), prefix, paging);
    }

    private static Set<String> mine(Caller caller) {
        return caller.projectRoles().entrySet().stream()
                .filter(project -> !project.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String required(String attribute, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, attribute);
        }
        return value;
    }
}
