package io.keyward.config.founding;

import io.keyward.config.access.credential.Credential;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.config.organization.member.MemberStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How organisations begin: whole, or not at all. */
@ApplicationScoped
class FoundingStore {
    /** Any number; taken by replicas that start at the same time, so that one of them finds what the other made. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(7234550912)";

    private final OrganizationStore organizations;
    private final MemberStore members;
    private final CredentialStore credentials;

    FoundingStore(OrganizationStore organizations, MemberStore members, CredentialStore credentials) {
        this.organizations = organizations;
        this.members = members;
        this.credentials = credentials;
    }

    /** Creates an organisation with its owner and credentials; answers the credentials in their order. */
    Uni<List<Credential>> found(Founding founding, Actor actor) {
        return Panache.withTransaction(() -> insert(founding, actor));
    }

    /**
     * Creates the first organisation, unless there is one already.
     *
     * @param first asked for only if it is needed
     * @return whether it was created
     */
    Uni<Boolean> foundFirst(Supplier<Founding> first, Actor actor) {
        return Panache.withTransaction(() -> locked().chain(() -> organizations.first())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(false)
                        : insert(first.get(), actor).replaceWith(true)));
    }

    /**
     * Adds a credential to the first organisation, which exists, unless there is or ever was one of that public name.
     *
     * @return whether it was created
     */
    Uni<Boolean> addToFirst(String publicName, Function<Organization, NewCredential> credential, Actor actor) {
        return Panache.withTransaction(() -> locked().chain(() -> credentials.everExisted(publicName))
                .chain(existed -> existed
                        ? Uni.createFrom().item(false)
                        : organizations
                                .first()
                                .map(Optional::orElseThrow)
                                .chain(first -> credentials.insert(credential.apply(first), actor))
                                .replaceWith(true)));
    }

    private Uni<List<Credential>> insert(Founding founding, Actor actor) {
        return organizations
                .insert(founding.organization(), actor)
                .chain(() -> members.insert(founding.owner(), actor))
                .chain(() -> Multi.createFrom()
                        .iterable(founding.credentials())
                        .onItem()
                        .transformToUniAndConcatenate(credential -> credentials.insert(credential, actor))
                        .collect()
                        .asList());
    }

    private static Uni<Integer> locked() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class).getSingleResult());
    }
}
