package io.keyward.local.bench;

import io.keyward.local.client.Patience;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long lists take: 1,000 clusters and 100,000 events in a project, 1,000 projects, on a stack that leaves nothing behind. */
public final class ListsBench {
    private static final int CLUSTERS = 1000;
    private static final int EVENTS = 100_000;
    private static final int PROJECTS = 1000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String GROUPS = "/api/atlas/v2/groups";
    private static final String CLUSTER = """
            {"name":"cluster-1","clusterType":"REPLICASET","replicationSpecs":[{"regionConfigs":[
             {"providerName":"AWS","regionName":"US_EAST_1","priority":7,"electableSpecs":{"instanceSize":"M10","nodeCount":3}}]}]}""";

    private final PrintWriter out;

    /** A bench that prints its figures to {@code out}. */
    public ListsBench(PrintWriter out) {
        this.out = out;
    }

    /** Starts the stack, fills it, measures, and prints. */
    public void run() {
        Tuning tuning = Tuning.QUICK.withoutRateLimits();
        try (LocalStack stack = LocalStack.start(
                        StackOptions.isolated(temporaryFolder()).withTuning(tuning));
                Crowd crowd = new Crowd(stack.postgres())) {
            run(new TokenClient(stack.addresses()), crowd, stack.addresses().orgId());
        }
        out.flush();
    }

    private void run(TokenClient api, Crowd crowd, String orgId) {
        String groupId = api.post(GROUPS, "{\"name\":\"bench\",\"orgId\":\"%s\"}".formatted(orgId))
                .path("id")
                .asText();
        String project = GROUPS + "/" + groupId;
        api.post(project + "/clusters", CLUSTER);
        Patience.until(PATIENCE, PAUSE, () -> api.read(project + "/clusters/cluster-1")
                .path("stateName")
                .asText()
                .equals("IDLE"));
        crowd.clusters(groupId, CLUSTERS);
        crowd.events(groupId, EVENTS);
        measure(api, project);
        explain(crowd, groupId);
        crowd.projects(groupId, PROJECTS);
        Patience.until(
                PATIENCE, PAUSE, () -> api.read(GROUPS).path("totalCount").asInt() >= PROJECTS);
        Timing base = baseOf(api, project);
        show(api, base, "projects, first page", GROUPS);
        show(api, base, "projects, last page", GROUPS + "?pageNum=10");
    }

    private void measure(TokenClient api, String project) {
        String events = project + "/events";
        String clusters = project + "/clusters";
        out.printf("%d requests each, one after the other; pages of 100.%n%n", ROUNDS);
        out.println("| Request | median, ms | 95th percentile, ms | times the base |");
        out.println("|---|---|---|---|");
        Timing base = baseOf(api, project);
        show(api, base, "events, first page of 1,000", events);
        show(api, base, "events, middle page", events + "?pageNum=500");
        show(api, base, "events, last page", events + "?pageNum=1000");
        show(api, base, "events, first page, not counted", events + "?includeCount=false");
        show(api, base, "events, of one cluster (100)", events + "?clusterNames=cluster-7");
        show(api, base, "events, of one type (10,000)", events + "?eventType=CLUSTER_UPDATE_SUBMITTED");
        show(api, base, "clusters, first page of 10", clusters);
        show(api, base, "clusters, middle page", clusters + "?pageNum=5");
        show(api, base, "clusters, last page", clusters + "?pageNum=10");
    }

    /** One row by its primary key: the same gateway, authentication and JSON, and next to nothing asked of PostgreSQL. */
    private Timing baseOf(TokenClient api, String project) {
        String id =
                api.read(project + "/events?itemsPerPage=1").at("/results/0/id").asText();
        Timing base = Timing.measure(WARM_UP, ROUNDS, () -> api.get(project + "/events/" + id));
        out.println("| one event by its id, the base | " + base.beside(base) + " |");
        return base;
    }

    private void show(TokenClient api, Timing base, String name, String path) {
        Timing timing = Timing.measure(WARM_UP, ROUNDS, () -> api.get(path));
        out.println("| " + name + " | " + timing.beside(base) + " |");
        out.flush();
    }

    /** What the statement of a page is made of. */
    private void explain(Crowd crowd, String groupId) {
        String events = " from activity_entry where group_id = '" + groupId + "'";
        String clusters = " from cluster where group_id = '" + groupId + "' and phase <> 'DELETED'";
        plan(crowd, "select 1", "select 1");
        plan(crowd, "events, the count", "select count(*)" + events);
        plan(crowd, "events, the first page", "select id" + events + " order by at desc, id desc limit 100");
        plan(
                crowd,
                "events, the middle page",
                "select id" + events + " order by at desc, id desc limit 100 offset 49900");
        plan(crowd, "events, the last page", "select id" + events + " order by at, id limit 100");
        plan(crowd, "clusters, the count", "select count(*)" + clusters);
        plan(crowd, "clusters, the last page", "select id" + clusters + " order by created_at desc, id desc limit 100");
    }

    private void plan(Crowd crowd, String name, String query) {
        out.println();
        out.println(name);
        crowd.explain(query).forEach(line -> out.println("    " + line));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("keyward-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
