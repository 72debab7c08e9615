package io.keyward.config.activity.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.PageStore;
import io.keyward.config.Plans;
import io.keyward.config.Plans.Scan;
import io.keyward.config.activity.entry.EventType;
import io.keyward.testkit.Engines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log of 100,000 entries: 1,000 clusters, ten types, one entry a minute. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EventPlanIT {
    private static final int ENTRIES = 100_000;
    private static final EventFilter EVERYTHING = new EventFilter(Set.of(), Set.of(), Set.of(), null, null);
    private static final String GROUP = ObjectIds.next();

    @BeforeAll
    static void aLongLogAmongOthers() {
        Plans.prepare("activity_entry", log(GROUP), log(ObjectIds.next()));
    }

    /** The count alone looks at all entries, in the index; a page reads no more than lies between it and the nearer end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 40_000, 60_000, 99_900})
    void aPageIsReadFromTheNearerEnd(int offset) {
        List<Scan> scans = scans(EVERYTHING, Map.of(), offset, true);

        int furthest = Math.min(offset + 100, ENTRIES - offset);
        assertThat(scans)
                .allSatisfy(scan -> {
                    assertThat(scan.kind()).isEqualTo("Index Only Scan");
                    assertThat(scan.source()).isEqualTo("activity_entry_of_group");
                })
                .filteredOn(scan -> scan.rows() < ENTRIES)
                .singleElement()
                .satisfies(page -> assertThat(page.rows()).isLessThanOrEqualTo(furthest));
    }

    @Test
    void nothingIsCountedForThoseWhoDoNotAsk() {
        assertThat(scans(EVERYTHING, Map.of(), 0, false))
                .containsExactly(new Scan("Index Only Scan", "activity_entry_of_group", 101));
    }

    @Test
    void filtersReadWhatTheyLetThrough() {
        EventFilter cluster = new EventFilter(Set.of("cluster-7"), Set.of(), Set.of(), null, null);
        EventFilter type = new EventFilter(Set.of(), Set.of(EventType.CLUSTER_READY), Set.of(), null, null);
        EventFilter time = new EventFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Instant.parse("2026-02-01T00:00:00Z"),
                Instant.parse("2026-02-01T01:00:00Z"));

        assertThat(scans(cluster, Map.of("clusters", "'cluster-7'"), 0, true))
                .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(100))
                .extracting(Scan::source)
                .containsOnly("activity_entry_by_cluster");
        assertThat(scans(type, Map.of("types", "'TYPE_3'"), 0, true))
                .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(ENTRIES / 10))
                .extracting(Scan::source)
                .containsOnly("activity_entry_by_type");
        assertThat(scans(time, Map.of("from", "'2026-02-01T00:00:00Z'", "until", "'2026-02-01T01:00:00Z'"), 0, true))
                .allSatisfy(scan -> assertThat(scan.rows()).isLessThanOrEqualTo(60))
                .extracting(Scan::source)
                .containsOnly("activity_entry_of_group");
    }

    private static List<Scan> scans(EventFilter filter, Map<String, String> values, int offset, boolean counted) {
        String items = EventQueryStore.items(new Log.OfProject(GROUP), filter, new HashMap<>());
        Map<String, String> parameters = new HashMap<>(values);
        parameters.putAll(Map.of("owner", "'" + GROUP + "'", "limit", "100", "offset", Integer.toString(offset)));
        return Plans.scans("activity_entry", PageStore.newestStatement(items, counted), parameters);
    }

    private static String log(String groupId) {
        return """
                insert into activity_entry (id, group_id, type, cluster_name, detail, at, actor_type, actor_id, actor_name, payload)
                select substr(md5('%1$s' || i), 1, 24), '%1$s', 'TYPE_' || i %% 10, 'cluster-' || i %% 1000, 'It is so.',
                       timestamptz '2026-01-01 00:00:00Z' + i * interval '1 minute', 'SYSTEM', 's', 's', repeat('x', 500)
                from generate_series(1, %2$d) i""".formatted(groupId, ENTRIES);
    }
}
