package io.keyward.config.access.project;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.Paging;
import io.keyward.config.Slice;
import io.keyward.config.access.credential.Credential;
import io.keyward.config.access.credential.CredentialQueryStore;
import io.keyward.config.access.credential.CredentialRef;
import io.keyward.config.access.credential.CredentialRules;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Which credentials are in a project, whatever their kind. */
@ApplicationScoped
public class ProjectMemberships {
    private final CredentialStore store;
    private final CredentialQueryStore queries;
    private final CurrentCaller caller;

    ProjectMemberships(CredentialStore store, CredentialQueryStore queries, CurrentCaller caller) {
        this.store = store;
        this.queries = queries;
        this.caller = caller;
    }

    /** Those of a kind with a role in the project, oldest first. */
    public Uni<Slice<Credential>> list(String groupId, Caller.Kind kind, Paging paging) {
        return queries.ofProject(groupId, kind, paging);
    }

    /** Gives a credential exactly these roles in the project. */
    public Uni<Credential> assign(CredentialRef ref, String groupId, ProjectRolesRequest request) {
        Set<ProjectRole> roles = CredentialRules.requireProjectRoles(request.roles());
        return Detached.run(() -> store.change(
                ref,
                settings -> settings.withProjectRoles(groupId, roles),
                caller.get().actor()));
    }

    /** Takes a credential out of the project; fails with 404 when it is not in it. */
    public Uni<Void> remove(CredentialRef ref, String groupId) {
        return Detached.run(() -> store.change(
                        ref,
                        settings -> {
                            if (!settings.projectRoles().containsKey(groupId)) {
                                throw ref.notFound();
                            }
                            return settings.withProjectRoles(groupId, Set.of());
                        },
                        caller.get().actor()))
                .replaceWithVoid();
    }
}
