package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.atlas.Paging;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Credentials as they read. */
@ApplicationScoped
public class CredentialQueryStore {
    private static final String OF_ORG = """
            select id, created_at as position from credential
            where org_id = :org and kind = :kind and deleted_at is null
            """;
    private static final String OF_PROJECT = """
            select id, created_at as position from credential
            where kind = :kind and deleted_at is null
              and id in (select credential_id from credential_project_role where group_id = :group)
            """;

    /** The credential that is meant; fails with 404 when there is none. */
    public Uni<Credential> get(CredentialRef ref) {
        return Panache.withSession(() -> CredentialStore.row(ref)).map(CredentialEntity::credential);
    }

    /** Those of an organisation, oldest first. */
    public Uni<Slice<Credential>> ofOrg(String orgId, Caller.Kind kind, Paging paging) {
        return page(OF_ORG, Map.of("org", orgId, "kind", kind.name()), paging);
    }

    /** Those with a role in a project, oldest first. */
    public Uni<Slice<Credential>> ofProject(String groupId, Caller.Kind kind, Paging paging) {
        return page(OF_PROJECT, Map.of("group", groupId, "kind", kind.name()), paging);
    }

    private static Uni<Slice<Credential>> page(String items, Map<String, String> parameters, Paging paging) {
        return Panache.withSession(() -> PageStore.ids(items, parameters, paging)
                .chain(page -> CredentialEntity.whole("c.id in ?1 order by c.createdAt, c.id", page.items())
                        .map(rows -> new Slice<>(
                                rows.stream().map(CredentialEntity::credential).toList(), page.total()))));
    }
}
