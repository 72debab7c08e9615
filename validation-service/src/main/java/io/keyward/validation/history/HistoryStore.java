package io.keyward.validation.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.KeyEvent.Evidence;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes and reads the history of checks. */
@ApplicationScoped
public class HistoryStore {
    private static final String ALL = "select id from key_check where group_id = :group";
    /** What was believed of a key afterwards, and not before. */
    private static final String CHANGES = """
        select id from (
            select id, provider, region, outcome, occasion, verdict, lag(verdict) over (partition by key_use_id order by id) as before
            from key_check where group_id = :group) c
        where c.verdict is distinct from c.before\
        """;

    private static final String FILTER = """
        and (:provider = '' or provider = :provider) and (:region = '' or region = :region)
        and (:outcome = '' or outcome = :outcome) and (:occasion = '' or occasion = :occasion)\
        """;
    /** The last entry of a key use goes on: checks that answered the same since are counted with the key use first. */
    private static final String PAGE = """
        with present as (%s)
        select (select count(*) from present), page.id, k.checked_at, k.repeats
        from (select 1) one left join
             (select id from present order by id desc limit :limit offset :offset) page on true
             left join key_check c on c.id = page.id
             left join key_use k on k.key_use_id = c.key_use_id and k.last_check_id = c.id
        order by page.id desc\
        """;

    private static final String LAST = """
        select k.key_use_id, c.evidence from key_use k join key_check c on c.id = k.last_check_id
        where k.key_use_id in (:ids)\
        """;
    /** What was counted with the key use since its last entry, which another entry follows now. */
    private static final String CLOSE = """
        update key_check c set last_at = k.checked_at, checks = c.checks + k.repeats
        from key_use k where k.key_use_id = :keyUseId and k.repeats > 0 and c.id = k.last_check_id
        returning c.id\
        """;

    private static final String PRUNE = """
        with old as (
            delete from key_check c where last_at < :before
              and not exists (select 1 from key_use k where k.last_check_id = c.id and k.retired_at is null)
            returning id)
        select count(*) from old\
        """;

    private final ObjectMapper json;

    HistoryStore(ObjectMapper json) {
        this.json = json;
    }

    /** Adds an entry in the caller's transaction, and answers its id. */
    public Uni<Long> append(HistoryEntry entry) {
        var row = row(entry);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLOSE, Long.class)
                        .setParameter("keyUseId", entry.keyUseId())
                        .getResultList()
                        .chain(() -> session.persist(row))
                        .chain(session::flush))
                .map(ignored -> Objects.requireNonNull(row.id, "the database numbers entries"));
    }

    /** What the last check of each of these key uses answered, as far as it is remembered. Takes part in the caller's transaction. */
    public Uni<Map<String, Evidence>> lastEvidence(List<String> keyUseIds) {
        if (keyUseIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LAST, Object[].class)
                        .setParameter("ids", keyUseIds)
                        .getResultList())
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> read((String) row[1]))));
    }

    /** One page of a project's entries that pass the filter, newest first. */
    public Uni<Slice> newest(String groupId, HistoryFilter filter, long offset, int limit) {
        var page = PAGE.formatted((filter.changesOnly() ? CHANGES : ALL) + "\n" + FILTER);
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(page, Object[].class)
                        .setParameter("group", groupId)
                        .setParameter("provider", filter.provider())
                        .setParameter("region", filter.region())
                        .setParameter("outcome", filter.outcome())
                        .setParameter("occasion", filter.occasion())
                        .setParameter("limit", limit)
                        .setParameter("offset", offset)
                        .getResultList())
                .chain(this::load));
    }

    /**
     * One page of the history, and how many entries there are in all: both from the same statement, so that they agree.
     *
     * @param total on all pages
     */
    public record Slice(List<HistoryEntry> entries, long total) {}

    private Uni<Slice> load(List<Object[]> rows) {
        long total = ((Number) rows.getFirst()[0]).longValue();
        var present = rows.stream().filter(row -> row[1] != null).toList();
        if (present.isEmpty()) {
            return Uni.createFrom().item(new Slice(List.of(), total));
        }
        var goingOn = present.stream()
                .filter(row -> row[2] != null)
                .collect(Collectors.toMap(row -> (Long) row[1], Function.identity()));
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from KeyCheckEntity where id in :ids order by id desc", KeyCheckEntity.class)
                        .setParameter(
                                "ids",
                                present.stream().map(row -> (Long) row[1]).toList())
                        .getResultList())
                .map(found -> new Slice(
                        found.stream()
                                .map(row -> entry(row, goingOn.get(row.id)))
                                .toList(),
                        total));
    }

    private HistoryEntry entry(KeyCheckEntity row, Object @Nullable [] goingOn) {
        var entry = entry(row);
        return goingOn == null
                ? entry
                : entry.goesOn(((OffsetDateTime) goingOn[2]).toInstant(), ((Number) goingOn[3]).intValue());
    }

    /** Forgets entries whose last check is older than {@code before}, and answers how many. */
    Uni<Long> prune(Instant before) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(PRUNE, Long.class)
                        .setParameter("before", before)
                        .getSingleResult()));
    }

    private KeyCheckEntity row(HistoryEntry entry) {
        var row = new KeyCheckEntity();
        row.keyUseId = entry.keyUseId();
        row.groupId = entry.groupId();
        row.provider = entry.provider();
        row.key = entry.key();
        row.region = entry.region();
        row.occasion = entry.occasion();
        row.verdict = entry.verdict();
        row.outcome = entry.evidence().outcome();
        row.reason = entry.evidence().reason();
        row.evidence = write(entry.evidence());
        row.firstAt = entry.firstAt();
        row.lastAt = entry.lastAt();
        row.checks = entry.checks();
        return row;
    }

    private HistoryEntry entry(KeyCheckEntity row) {
        return new HistoryEntry(
                Objects.requireNonNull(row.id),
                row.keyUseId,
                row.groupId,
                row.provider,
                row.key,
                row.region,
                row.occasion,
                row.verdict,
                read(row.evidence),
                row.firstAt,
                row.lastAt,
                row.checks);
    }

    private String write(Evidence evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("evidence cannot be written", bug);
        }
    }

    private Evidence read(String column) {
        try {
            return json.readValue(column, Evidence.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("evidence cannot be read", corrupt);
        }
    }
}
