package io.keyward.validation.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.KeyEvent.Evidence;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes and reads the history of checks. */
@ApplicationScoped
public class HistoryStore {
    private static final String PAGE = """
            with present as (select id from key_check where group_id = :group)
            select (select count(*) from present), page.id
            from (select 1) one left join
                 (select id from present order by id desc limit :limit offset :offset) page on true
            order by page.id desc""";
    private static final String LAST = """
            select k.key_use_id, c.evidence from key_use k join key_check c on c.id = k.last_check_id
            where k.key_use_id in (:ids)""";
    private static final String PRUNE =
            "with old as (delete from key_check where last_at < :before returning id) select count(*) from old";

    private final ObjectMapper json;

    HistoryStore(ObjectMapper json) {
        this.json = json;
    }

    /** Adds an entry in the caller's transaction, and answers its id. */
    public Uni<Long> append(HistoryEntry entry) {
        var row = row(entry);
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
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

    /** One page of a project's entries, newest first. */
    public Uni<Slice> newest(String groupId, long offset, int limit) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("group", groupId)
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
        var ids =
                rows.stream().map(row -> (Long) row[1]).filter(Objects::nonNull).toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Slice(List.of(), total));
        }
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from KeyCheckEntity where id in :ids order by id desc", KeyCheckEntity.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(found -> new Slice(found.stream().map(this::entry).toList(), total));
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
