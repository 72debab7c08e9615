package io.keyward.config.organization;

import io.keyward.access.OrgRole;
import io.keyward.config.organization.Organization.Member;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who belongs to an organisation, for other features. */
@ApplicationScoped
public class MemberStore {

    /** The organisation of that id, which exists. Joins the caller's open transaction, if there is one. */
    public Uni<Organization> get(String orgId) {
        return Panache.withSession(() -> OrganizationEntity.<OrganizationEntity>findById(orgId)
                .chain(organization -> MemberEntity.<MemberEntity>list("orgId = ?1 order by id", orgId)
                        .map(members -> new Organization(
                                orgId,
                                organization.name,
                                members.stream().map(MemberStore::member).toList()))));
    }

    private static Member member(MemberEntity row) {
        return new Member(row.id, row.name, row.email, row.role.equals(OrgRole.ORG_OWNER.name()));
    }
}
