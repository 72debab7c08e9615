package io.keyward.config.organization.member;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The people of organisations. All their changes happen under the organisation's lock. */
@ApplicationScoped
public class MemberStore {
    private static final String OF_ORG = "select id, id as position from member where org_id = :org";
    private static final String PROJECTS =
            "select id from project where org_id = :org and id in (:ids) and deleted_at is null";
    private static final String LEAVE = "delete from member_project_role where group_id = :group returning member_id";
    private static final String OTHER_OWNERS = """
            select count(*) from member m join member_org_role r on r.member_id = m.id
            where m.org_id = :org and m.id <> :id and r.role = 'ORG_OWNER'
            """;

    private final OrganizationStore organizations;
    private final ActivityLog log;
    private final Clock clock;

    MemberStore(OrganizationStore organizations, ActivityLog log, Clock clock) {
        this.organizations = organizations;
        this.log = log;
        this.clock = clock;
    }

    /** Everybody of an organisation, in the order in which they came. Joins the caller's open transaction, if there is one. */
    public Uni<List<Member>> of(String orgId) {
        return Panache.withSession(() -> rows("where m.orgId = ?1 order by m.id", orgId));
    }

    /** Adds a member to the caller's open transaction. */
    public Uni<Void> insert(Member member, Actor actor) {
        MemberEntity row = new MemberEntity();
        row.id = member.id();
        row.orgId = member.orgId();
        row.become(member);
        return row.persistAndFlush()
                .chain(() -> log.recordAll(MemberEntryRules.joined(member, actor, clock.instant())));
    }

    /** Takes everybody out of a project that ends; in the caller's open transaction, which holds the organisation's lock. */
    public Uni<Void> leave(String groupId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEAVE, String.class)
                        .setParameter("group", groupId)
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Member> get(String orgId, String memberId) {
        return Panache.withSession(() -> row(orgId, memberId)).map(MemberEntity::member);
    }

    Uni<Slice<Member>> list(String orgId, Paging paging) {
        return Panache.withSession(() -> PageStore.ids(OF_ORG, Map.of("org", orgId), paging)
                .chain(page -> rows("where m.id in ?1 order by m.id", page.items())
                        .map(members -> new Slice<>(members, page.total()))));
    }

    Uni<Member> create(Member member, Actor actor) {
        return Panache.withTransaction(() -> organizations
                        .lock(member.orgId())
                        .chain(() -> requirePossible(member))
                        .chain(() -> insert(member, actor)))
                .replaceWith(member);
    }

    /** Records what {@code change} makes of the member. */
    Uni<Member> change(String orgId, String memberId, UnaryOperator<Member> change, Actor actor) {
        return Panache.withTransaction(() -> organizations
                .lock(orgId)
                .chain(() -> row(orgId, memberId))
                .chain(row -> {
                    Member before = row.member();
                    Member after = change.apply(before);
                    return requirePossible(after)
                            .chain(() -> otherOwners(orgId, memberId))
                            .invoke(others -> MemberRules.requireOwner(before, Optional.of(after), others))
                            .invoke(() -> row.become(after))
                            .chain(() -> log.recordAll(MemberEntryRules.changed(before, after, actor, clock.instant())))
                            .replaceWith(after);
                }));
    }

    Uni<Void> delete(String orgId, String memberId, Actor actor) {
        return Panache.withTransaction(() -> organizations
                .lock(orgId)
                .chain(() -> row(orgId, memberId))
                .chain(row -> {
                    Member before = row.member();
                    return otherOwners(orgId, memberId)
                            .invoke(others -> MemberRules.requireOwner(before, Optional.empty(), others))
                            .chain(() -> MemberEntity.delete("id", memberId))
                            .chain(() -> log.recordAll(MemberEntryRules.left(before, actor, clock.instant())));
                }));
    }

    private static Uni<MemberEntity> row(String orgId, String memberId) {
        if (!ObjectIds.isValid(memberId)) {
            return Uni.createFrom().failure(notFound(orgId, memberId));
        }
        return MemberEntity.<MemberEntity>find(
                        MemberEntity.WITH_ROLES + "where m.orgId = ?1 and m.id = ?2", orgId, memberId)
                .list()
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw notFound(orgId, memberId);
                    }
                    return rows.getFirst();
                });
    }

    private static Refusal notFound(String orgId, String memberId) {
        return Refusal.of(ErrorCode.MEMBER_NOT_FOUND, memberId, orgId);
    }

    private static Uni<List<Member>> rows(String where, Object parameter) {
        return MemberEntity.<MemberEntity>find(MemberEntity.WITH_ROLES + where, parameter)
                .list()
                .map(rows -> rows.stream().map(MemberEntity::member).toList());
    }

    /** Nobody else has the address, and the projects are the organisation's own. */
    private static Uni<Void> requirePossible(Member member) {
        return MemberEntity.count("orgId = ?1 and email = ?2 and id <> ?3", member.orgId(), member.email(), member.id())
                .invoke(others -> {
                    if (others > 0) {
                        throw Refusal.of(ErrorCode.MEMBER_ALREADY_EXISTS, member.email());
                    }
                })
                .chain(() ->
                        requireOwnProjects(member.orgId(), member.projectRoles().keySet()));
    }

    private static Uni<Void> requireOwnProjects(String orgId, Collection<String> groupIds) {
        if (groupIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PROJECTS, String.class)
                        .setParameter("org", orgId)
                        .setParameter("ids", groupIds)
                        .getResultList())
                .invoke(found -> {
                    Set<String> foreign = new HashSet<>(groupIds);
                    found.forEach(foreign::remove);
                    if (!foreign.isEmpty()) {
                        throw Refusal.of(
                                ErrorCode.GROUP_NOT_FOUND, foreign.iterator().next());
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Long> otherOwners(String orgId, String memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OTHER_OWNERS, Long.class)
                .setParameter("org", orgId)
                .setParameter("id", memberId)
                .getSingleResult());
    }
}
