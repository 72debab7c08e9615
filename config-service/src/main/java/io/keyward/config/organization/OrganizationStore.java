package io.keyward.config.organization;

import io.keyward.access.Caller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.PageStore;
import io.keyward.config.Slice;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Organisations. Their rows are also the lock under which their people and credentials change. */
@ApplicationScoped
public class OrganizationStore {
    private static final String ALL = "select id, created_at as position from organization";

    /** Leaves those alone who only refer to the organisation, such as a project that is created. */
    private static final String LOCK = "select id from organization where id = :id for no key update";

    /** Any number; taken by whoever gives a name, so that two who give the same one find each other. */
    private static final String LOCK_NAMES = "select 1 from pg_advisory_xact_lock(7234550914)";

    private static final String NAMED = "select id from organization where name = :name and id <> :id";

    private final AccessListGuard accessLists;
    private final ActivityLog log;
    private final Clock clock;

    OrganizationStore(AccessListGuard accessLists, ActivityLog log, Clock clock) {
        this.accessLists = accessLists;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Holds the organisation until the caller's open transaction ends: first thing in every transaction that changes its people or
     * credentials, so that "there is another owner" is still true at commit.
     */
    public Uni<Void> lock(String orgId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("id", orgId)
                        .getResultList())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw notFound(orgId);
                    }
                })
                .replaceWithVoid();
    }

    /** Adds an organisation to the caller's open transaction; refused with 409 when there is one of that name. */
    public Uni<Void> insert(Organization organization, Actor actor) {
        OrganizationEntity row = new OrganizationEntity();
        row.id = organization.id();
        row.name = organization.name();
        row.accessListRequired = organization.accessListRequired();
        row.createdAt = organization.createdAt();
        return requireFree(organization)
                .chain(() -> row.persistAndFlush())
                .chain(() -> record(
                        organization,
                        EventType.ORG_CREATED,
                        "The organization %s was founded.".formatted(organization.name()),
                        actor));
    }

    /** The oldest organisation; empty when there is none yet. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<Organization>> first() {
        return Panache.withSession(() -> OrganizationEntity.<OrganizationEntity>find("order by createdAt, id")
                        .firstResult())
                .map(row -> Optional.ofNullable(row).map(OrganizationStore::organization));
    }

    /** The organisation of that id; fails with 404 when there is none. Joins the caller's open transaction, if there is one. */
    public Uni<Organization> get(String orgId) {
        return Panache.withSession(() -> row(orgId)).map(OrganizationStore::organization);
    }

    Uni<Slice<Organization>> list(Paging paging) {
        return Panache.withSession(
                () -> PageStore.ids(ALL, Map.of(), paging).chain(page -> OrganizationEntity.<OrganizationEntity>list(
                                "id in ?1 order by createdAt, id", page.items())
                        .map(rows -> new Slice<>(
                                rows.stream()
                                        .map(OrganizationStore::organization)
                                        .toList(),
                                page.total()))));
    }

    /** Records what {@code change} makes of the organisation, under its lock. */
    Uni<Organization> change(String orgId, UnaryOperator<Organization> change, Caller caller) {
        return Panache.withTransaction(() -> lock(orgId).chain(() -> row(orgId)).chain(row -> {
            Organization before = organization(row);
            Organization after = change.apply(before);
            return requireFree(after)
                    .chain(() -> before.accessListRequired() == after.accessListRequired()
                            ? Uni.createFrom().voidItem()
                            : accessLists.requirementChanges(orgId, after.accessListRequired(), caller))
                    .invoke(() -> {
                        row.name = after.name();
                        row.accessListRequired = after.accessListRequired();
                    })
                    .chain(() -> after.equals(before)
                            ? Uni.createFrom().voidItem()
                            : record(after, EventType.ORG_SETTINGS_UPDATED, described(after), caller.actor()))
                    .replaceWith(after);
        }));
    }

    private Uni<Void> record(Organization organization, EventType type, String detail, Actor actor) {
        return log.record(ActivityEntry.ofOrganization(organization.id(), type, detail, actor, clock.instant()));
    }

    private static String described(Organization organization) {
        return "The organization is called %s and %s access lists."
                .formatted(organization.name(), organization.accessListRequired() ? "requires" : "does not require");
    }

    private static Uni<OrganizationEntity> row(String orgId) {
        return OrganizationEntity.<OrganizationEntity>findById(orgId)
                .map(row -> Optional.ofNullable(row).orElseThrow(() -> notFound(orgId)));
    }

    private static Uni<Void> requireFree(Organization organization) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_NAMES, Integer.class)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(NAMED, String.class)
                                .setParameter("name", organization.name())
                                .setParameter("id", organization.id())
                                .getResultList()))
                .invoke((List<String> others) -> {
                    if (!others.isEmpty()) {
                        throw Refusal.of(ErrorCode.ORG_ALREADY_EXISTS, organization.name());
                    }
                })
                .replaceWithVoid();
    }

    private static Refusal notFound(String orgId) {
        return Refusal.of(ErrorCode.ORG_NOT_FOUND, orgId);
    }

    private static Organization organization(OrganizationEntity row) {
        return new Organization(row.id, row.name, row.accessListRequired, row.createdAt);
    }
}
