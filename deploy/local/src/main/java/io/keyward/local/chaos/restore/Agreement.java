package io.keyward.local.chaos.restore;

import io.keyward.local.chaos.validation.world.EventArchive;
import io.keyward.local.chaos.validation.world.EventArchive.Published;
import io.keyward.local.database.Database;
import io.keyward.local.service.Service;
import io.keyward.local.stack.LocalStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether everybody knows the same. Of everything that a service owns, its own database says what is so; the topic has to say that last, and whoever follows
 * the topic has to know it. What is not in the owner's database is not looked for.
 */
final class Agreement {
    private static final List<Told> ALL = List.of(
            new Told(
                    "keyward.projects",
                    of(Service.CONFIG, "project", "id"),
                    List.of(of(Service.VALIDATION, "project", "group_id"))),
            new Told(
                    "keyward.encryption",
                    of(Service.CONFIG, "encryption_config", "group_id"),
                    List.of(of(Service.VALIDATION, "project_encryption", "group_id"))),
            new Told(
                    "keyward.clusters",
                    of(Service.CONFIG, "cluster", "id"),
                    List.of(new Rows(Service.VALIDATION, "cluster", "cluster_id", "cluster_revision"))),
            new Told(
                    "keyward.endpoints",
                    of(Service.ENDPOINT, "endpoint", "endpoint_id"),
                    List.of(
                            of(Service.CONFIG, "endpoint_seen", "id"),
                            of(Service.VALIDATION, "endpoint", "endpoint_id"))),
            new Told(
                    "keyward.keys",
                    of(Service.VALIDATION, "key_use", "key_use_id"),
                    List.of(of(Service.CONFIG, "key_verdict", "key_use_id"))),
            new Told(
                    "keyward.enforcement",
                    of(Service.VALIDATION, "cluster", "cluster_id"),
                    List.of(of(Service.CONFIG, "cluster_enforcement", "cluster_id"))));

    private static final String PHASES = "select cluster_id, phase from cluster where request_revision > 0";

    private final LocalStack stack;

    Agreement(LocalStack stack) {
        this.stack = stack;
    }

    /** Where revisions are kept. */
    private record Rows(Service service, String table, String id, String revision) {
        String query() {
            return "select %s, %s from %s where %2$s > 0".formatted(id, revision, table);
        }
    }

    /**
     * @param owner who says what is so
     * @param followers who have to know it
     */
    private record Told(String topic, Rows owner, List<Rows> followers) {}

    /**
     * Who disagrees about what, a sentence each.
     *
     * @param actual what the clusters really do
     */
    List<String> findings(Map<String, String> actual) {
        List<Published> published = EventArchive.read(stack.addresses().kafka());
        return Stream.concat(ALL.stream().flatMap(told -> findings(told, published)), phases(actual))
                .toList();
    }

    private Stream<String> findings(Told told, List<Published> published) {
        Map<String, Long> owned = revisions(told.owner());
        Map<String, Long> last = new HashMap<>();
        published.stream()
                .filter(event -> event.topic().equals(told.topic()))
                .forEach(event ->
                        last.put(event.key(), event.value().path("revision").asLong()));
        return Stream.concat(
                differences(owned, last, "last on " + told.topic()),
                told.followers().stream()
                        .flatMap(follower -> differences(
                                owned,
                                revisions(follower),
                                "known to %s in %s".formatted(follower.service().folder(), follower.table()))));
    }

    private static Stream<String> differences(Map<String, Long> owned, Map<String, Long> told, String where) {
        return owned.entrySet().stream()
                .filter(Predicate.not(own -> own.getValue().equals(told.get(own.getKey()))))
                .map(own -> "%s is at revision %d, and %s: %s"
                        .formatted(own.getKey(), own.getValue(), where, told.get(own.getKey())));
    }

    /** Nothing is under way any more, and the driver does what is asked. */
    private Stream<String> phases(Map<String, String> actual) {
        return read(Service.VALIDATION, PHASES, String.class).entrySet().stream()
                .filter(Predicate.not(cluster ->
                        Optional.of(cluster.getValue()).equals(Optional.ofNullable(actual.get(cluster.getKey())))))
                .map(cluster -> "cluster %s is asked to be %s, and is %s"
                        .formatted(cluster.getKey(), cluster.getValue(), actual.get(cluster.getKey())));
    }

    private Map<String, Long> revisions(Rows rows) {
        return read(rows.service(), rows.query(), Long.class);
    }

    private <T> Map<String, T> read(Service service, String query, Class<T> type) {
        Map<String, T> all = new HashMap<>();
        try (Database database = Database.of(stack.postgres(), service)) {
            database.read(query, row -> all.put(row.getString(1), row.getObject(2, type)));
        }
        return all;
    }

    private static Rows of(Service service, String table, String id) {
        return new Rows(service, table, id, "revision");
    }
}
