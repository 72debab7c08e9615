package io.keyward.config.project.closing;

import io.keyward.access.Caller;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.config.organization.member.MemberStore;
import io.keyward.config.project.ProjectChangeStore;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The moment in which a project ends: everything that it had goes with it, or nothing does. */
@ApplicationScoped
class ClosingStore {
    private final OrganizationStore organizations;
    private final ProjectStore projects;
    private final ProjectChangeStore changes;
    private final CredentialStore credentials;
    private final MemberStore members;

    ClosingStore(
            OrganizationStore organizations,
            ProjectStore projects,
            ProjectChangeStore changes,
            CredentialStore credentials,
            MemberStore members) {
        this.organizations = organizations;
        this.projects = projects;
        this.changes = changes;
        this.credentials = credentials;
        this.members = members;
    }

    /** What still has to be seen and done under the lock before the project goes. */
    interface LastLook {
        /** Fails with the refusal when something is left; false asks for another closing. */
        Uni<Boolean> take(Actor actor);
    }

    /**
     * Ends the project; answers whether it did.
     *
     * @param look taken when the organisation and the project are held, in that order, as everywhere
     */
    Uni<Boolean> end(String groupId, Caller caller, Instant now, LastLook look) {
        Actor actor = caller.actor();
        return Panache.withTransaction(() -> organizations
                .lock(caller.orgId())
                .chain(() -> projects.lock(groupId))
                .chain(() -> look.take(actor))
                .chain(clear -> clear
                        ? credentials
                                .leave(groupId, actor)
                                .chain(() -> members.leave(groupId))
                                .chain(() -> changes.bury(groupId, now, actor))
                                .replaceWith(true)
                        : Panache.currentTransaction()
                                .invoke(Mutiny.Transaction::markForRollback)
                                .replaceWith(false)));
    }
}
