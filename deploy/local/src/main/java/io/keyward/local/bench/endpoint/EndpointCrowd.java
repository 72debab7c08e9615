package io.keyward.local.bench.endpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.keyward.engines.PostgresEngine;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.database.Database;
import io.keyward.local.service.Service;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Makes many endpoints of the one there is, in the database and in the cloud, spread over the regions; each project has one in each region. */
final class EndpointCrowd implements AutoCloseable {
    static final List<String> REGIONS = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "ca-west-1",
            "mx-central-1",
            "sa-east-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-central-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "ap-east-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-south-1",
            "ap-south-2",
            "me-south-1",
            "me-central-1",
            "il-central-1");

    /** Fields that the row has no column for are passed over: the copy keeps to whatever the schema is. */
    private static final String ROW = """
            insert into endpoint select r.* from endpoint e,
                lateral jsonb_populate_record(e, jsonb_build_object('endpoint_id', ?, 'lineage_id', ?, 'group_id', ?, 'region', ?) || %s) r
            where e.endpoint_id = ?""";

    /** It stands: its name and its address are those of the one in the cloud. */
    private static final String STANDING = """
            jsonb_build_object('reference', ?::text, 'address',
                regexp_replace(replace(replace(e.address, e.reference, ?), e.region, ?), '-' || right(e.reference, 8) || '\\.', '-' || right(?, 8) || '.'))""";

    private static final String REQUESTED = """
            jsonb_build_object('state', 'REQUESTED', 'since', now(), 'created_at', now(), 'next_look_at', now(),
                'reference', null, 'address', null)""";
    private static final String REGION = """
            insert into region_look select r.* from region_look l,
                lateral jsonb_populate_record(l, jsonb_build_object('region', ?, 'digest', null, 'next_look_at', now())) r
            where l.region = ? on conflict do nothing""";
    private static final String VERSIONS =
            "select coalesce(sum(version), 0) + (select count(*) from outbox where sent_at is null) from endpoint";
    private static final String UNDER_WAY =
            "select count(*) from endpoint where state = 'PROVISIONING' and reference is not null";

    private static final JsonMapper JSON = new JsonMapper();
    private static final long FIRST_PROJECT = 0x0b0b_0000_0000L;

    private final Database database;
    private final CloudControl cloud;
    private final String modelId;
    private int number;

    /** @param modelId the endpoint that there is, which is ACTIVE in the first of the regions */
    EndpointCrowd(PostgresEngine postgres, CloudControl cloud, String modelId) {
        this.cloud = cloud;
        this.modelId = modelId;
        database = Database.of(postgres, Service.ENDPOINT);
    }

    /** Adds endpoints that stand until there are {@code wanted} of them. The service must not be running: it would take the first ones for strays. */
    void grow(int wanted) {
        for (int region = 0; region < REGIONS.size(); region++) {
            growIn(region, wanted);
        }
        number = wanted;
        connectRegions();
    }

    /** Records the wish for so many more. The cloud knows nothing of them yet. */
    void request(int more) {
        database.batch(ROW.formatted(REQUESTED), insert -> {
            for (int each = number; each < number + more; each++) {
                int last = identify(insert, each);
                insert.setString(last + 1, modelId);
                insert.addBatch();
            }
        });
        number += more;
    }

    /** Grows with whatever is recorded of endpoints, and while events wait; the same for a while when all is at rest. */
    long stir() {
        return database.ask(VERSIONS);
    }

    /** How many are being made, and known to be. */
    long underWay() {
        return database.ask(UNDER_WAY);
    }

    @Override
    public void close() {
        database.close();
    }

    private void growIn(int region, int wanted) {
        List<Integer> added = IntStream.range(number, wanted)
                .filter(each -> each % REGIONS.size() == region)
                .boxed()
                .toList();
        List<String> references = cloud.makeMany(REGIONS.get(region), members(added));
        database.batch(ROW.formatted(STANDING), insert -> {
            for (int i = 0; i < added.size(); i++) {
                int last = identify(insert, added.get(i));
                String reference = references.get(i);
                insert.setString(last + 1, reference);
                insert.setString(last + 2, reference);
                insert.setString(last + 3, REGIONS.get(region));
                insert.setString(last + 4, reference);
                insert.setString(last + 5, modelId);
                insert.addBatch();
            }
        });
    }

    private static int identify(PreparedStatement insert, int each) throws SQLException {
        insert.setString(1, endpointId(each));
        insert.setString(2, endpointId(each));
        insert.setString(3, projectId(each));
        insert.setString(4, REGIONS.get(each % REGIONS.size()));
        return 4;
    }

    private static String members(List<Integer> added) {
        ArrayNode members = JSON.createArrayNode();
        added.forEach(each -> members.addObject()
                .put("clientToken", endpointId(each))
                .putObject("tags")
                .put("keyward:endpoint-id", endpointId(each))
                .put("keyward:project-id", projectId(each))
                .put("keyward:installation", "keyward"));
        return members.toString();
    }

    private void connectRegions() {
        database.batch(REGION, insert -> {
            for (String region : REGIONS) {
                insert.setString(1, region);
                insert.setString(2, REGIONS.getFirst());
                insert.addBatch();
            }
        });
        database.execute("vacuum analyze endpoint");
    }

    private static String endpointId(int each) {
        return "%024x".formatted(2 * FIRST_PROJECT + each);
    }

    private static String projectId(int each) {
        return "%024x".formatted(FIRST_PROJECT + each / REGIONS.size());
    }
}
