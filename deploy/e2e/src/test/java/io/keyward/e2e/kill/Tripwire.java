package io.keyward.e2e.kill;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.service.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Holds a service at a write in its database, for one project: a trigger on the table waits for a lock that we hold. Who waits is seen in the list of
 * locks. {@link #close} returns once the last transaction that waited has ended, one way or the other.
 */
final class Tripwire implements Trap {
    private static final String PATIENCE = "set lock_timeout = '20s'";
    private static final String TRIGGER = """
            create function %1$s() returns trigger language plpgsql as $$
            begin
                if (%2$s) then perform pg_advisory_xact_lock_shared(%3$d); end if;
                return new;
            end $$;
            create %4$s on %5$s %6$s for each row execute function %1$s();""";
    private static final String WAITS = """
            select count(*) from pg_locks where locktype = 'advisory' and objid = %d and not granted
              and database = (select oid from pg_database where datname = current_database())""";

    private final CrashPoint point;
    private final String table;
    private final String name;
    private final Connection connection;

    private Tripwire(CrashPoint point, String table, Connection connection) {
        this.point = point;
        this.table = table;
        this.connection = connection;
        name = "crash_" + point.name().toLowerCase(Locale.ROOT);
    }

    static Tripwire set(PostgresEngine postgres, CrashPoint point, Hold.Write write, String groupId) {
        Tripwire wire = new Tripwire(point, write.table(), connect(postgres, point.service()));
        wire.run(PATIENCE);
        wire.run("select pg_advisory_lock(" + wire.key() + ")");
        wire.run(TRIGGER.formatted(
                wire.name,
                write.condition().replace(":group", "'" + groupId + "'"),
                wire.key(),
                write.committing()
                        ? "constraint trigger " + wire.name + " after insert or update"
                        : "trigger " + wire.name + " before insert or update",
                write.table(),
                write.committing() ? "deferrable initially deferred" : ""));
        return wire;
    }

    @Override
    public boolean holds() {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(WAITS.formatted(key()))) {
            return result.next() && result.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell who waits", e);
        }
    }

    @Override
    public void release() {
        run("select pg_advisory_unlock(" + key() + ")");
    }

    @Override
    public void close() {
        try (connection) {
            run("drop trigger " + name + " on " + table + "; drop function " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not let go", e);
        }
    }

    private int key() {
        return point.ordinal() + 1;
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    private static Connection connect(PostgresEngine postgres, Service service) {
        try {
            return DriverManager.getConnection(
                    postgres.jdbcUrl(service.database()), postgres.username(), postgres.password());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to the database of " + service.folder(), e);
        }
    }
}
