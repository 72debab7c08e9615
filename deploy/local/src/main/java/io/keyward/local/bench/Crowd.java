package io.keyward.local.bench;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.database.Database;
import io.keyward.local.service.Service;
import java.util.List;

/** Makes much of little in config-service's database: copies of rows that the API has made. */
final class Crowd implements AutoCloseable {
    private static final String CLUSTERS = """
            insert into cluster select r.* from cluster c, generate_series(2, %2$d) i,
                lateral jsonb_populate_record(c, jsonb_build_object('id', substr(md5('cluster' || i), 1, 24),
                    'name', 'cluster-' || i, 'created_at', c.created_at + i * interval '1 second')) r
            where c.group_id = '%1$s'""";
    private static final String STATES = """
            insert into cluster_enforcement select r.* from cluster c, cluster_enforcement e, cluster o,
                lateral jsonb_populate_record(e, jsonb_build_object('cluster_id', o.id)) r
            where c.group_id = '%1$s' and c.name = 'cluster-1' and e.cluster_id = c.id and o.group_id = c.group_id and o.id <> c.id""";
    private static final String EVENTS = """
            insert into activity_entry select r.* from activity_entry e, generate_series(1, %2$d) i,
                lateral jsonb_populate_record(e, jsonb_build_object('id', substr(md5('%3$s' || i), 1, 24), 'group_id', '%3$s',
                    'cluster_name', 'cluster-' || i %% 1000, 'at', e.at - i * interval '1 minute',
                    'type', case when i %% 10 = 0 then 'CLUSTER_UPDATE_SUBMITTED' else 'CLUSTER_UPDATE_COMPLETED' end)) r
            where e.group_id = '%1$s' and e.type = 'CLUSTER_CREATED' and e.cluster_name = 'cluster-1'""";
    private static final String PROJECTS = """
            insert into project select r.* from project p, generate_series(2, %2$d) i,
                lateral jsonb_populate_record(p, jsonb_build_object('id', substr(md5('project' || i), 1, 24), 'name', 'project-' || i)) r
            where p.id = '%1$s'""";
    private static final String MEMBERSHIPS = """
            insert into credential_project_role (credential_id, group_id, role)
            select r.credential_id, p.id, r.role from credential_project_role r, project p
            where r.group_id = '%1$s' and p.id <> r.group_id
            on conflict do nothing""";

    private final Database database;

    Crowd(PostgresEngine postgres) {
        database = Database.of(postgres, Service.CONFIG);
    }

    /** Makes so many clusters of the one there is, {@code cluster-1}. */
    void clusters(String groupId, int number) {
        database.execute(CLUSTERS.formatted(groupId, number), STATES.formatted(groupId), "vacuum analyze");
    }

    /** Logs so many entries in the project, and as many in another. */
    void events(String groupId, int number) {
        database.execute(
                EVENTS.formatted(groupId, number, groupId),
                EVENTS.formatted(groupId, number, "0".repeat(groupId.length())),
                "vacuum analyze activity_entry");
    }

    /** Makes so many projects of the one, and whoever is in that a member of all. */
    void projects(String groupId, int number) {
        database.execute(PROJECTS.formatted(groupId, number), MEMBERSHIPS.formatted(groupId), "vacuum analyze");
    }

    /** What PostgreSQL did for a query, read or found in memory, and for how long. */
    List<String> explain(String query) {
        return database.read("explain (analyze, buffers) " + query, row -> row.getString(1));
    }

    @Override
    public void close() {
        database.close();
    }
}
