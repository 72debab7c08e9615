package io.keyward.local.bench.usage;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.database.Database;
import io.keyward.local.service.Service;
import java.util.List;

/**
 * The statements that a service has made, as PostgreSQL itself counts them in its extension {@code pg_stat_statements}. What names itself {@code bench_…} is a
 * bench's own and does not count.
 */
public final class Statements implements AutoCloseable {
    private static final String OF_THE_SERVICE = " from pg_stat_statements"
            + " where dbid = (select oid from pg_database where datname = '%s') and query !~ '\\mbench_'";
    private static final String CONTROL = "query ~* '^(begin|commit|rollback|start transaction|set )'";
    private static final String RELAY = "query ~* '(outbox|relay_lease)'";
    private static final String COUNT = "select coalesce(sum(calls), 0), coalesce(sum(calls) filter (where " + CONTROL
            + "), 0), coalesce(sum(calls) filter (where " + RELAY + "), 0)";
    private static final String FREQUENT = "select calls || ' × ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 150)"
            + "%s and not " + CONTROL + " and not " + RELAY + " order by calls desc limit 6";

    private final Database server;
    private final String ofTheService;

    /**
     * How many there were.
     *
     * @param all whatever PostgreSQL was asked to do
     * @param control those of them that begin and end transactions
     * @param relay those of them that the outbox's relay makes, whatever there is to do
     */
    public record Count(long all, long control, long relay) {

        /** Those since {@code before}. */
        public Count since(Count before) {
            return new Count(all - before.all, control - before.control, relay - before.relay);
        }

        /** Both together. */
        public Count plus(Count other) {
            return new Count(all + other.all, control + other.control, relay + other.relay);
        }
    }

    private Statements(Database server, Service service) {
        this.server = server;
        ofTheService = OF_THE_SERVICE.formatted(service.database());
    }

    /** Restarts PostgreSQL so that it counts statements. No service may be running. */
    public static void beginToCount(PostgresEngine postgres) {
        try (Database server = Database.ofServer(postgres)) {
            server.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        }
        postgres.restart();
        try (Database server = Database.ofServer(postgres)) {
            server.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** Those of a service, once PostgreSQL counts. */
    public static Statements of(PostgresEngine postgres, Service service) {
        return new Statements(Database.ofServer(postgres), service);
    }

    /** All up to now. */
    public Count count() {
        return server.read(COUNT + ofTheService, row -> new Count(row.getLong(1), row.getLong(2), row.getLong(3)))
                .getFirst();
    }

    /** Those that were made most often, in words. */
    public List<String> frequent() {
        return server.read(FREQUENT.formatted(ofTheService), row -> row.getString(1));
    }

    /** Counts from nothing again. */
    public void forget() {
        server.execute("select pg_stat_statements_reset()");
    }

    @Override
    public void close() {
        server.close();
    }
}
