package io.keyward.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A stage by itself, whose guard holds when more than a few keys are suspect at once, and whose operator reads mail. */
public final class GuardedStage implements AutoCloseable {

    /** So many keys may be condemned in a row. */
    public static final int MOST = 3;

    private static final String OPERATOR = "operator@keyward.example";
    private static final String GUARD = "/api/keyward/v1/guard";

    private final Stage stage;
    private final List<Organization> organizations;

    private GuardedStage(Stage stage) {
        this.stage = stage;
        organizations = Stream.concat(
                        Stream.of(stage.organization()),
                        Stream.generate(stage::newOrganization).limit(2))
                .toList();
    }

    public static GuardedStage start() {
        return new GuardedStage(Stage.apart(
                "guarded",
                Map.of(
                        "keyward.guard.keys",
                        String.valueOf(MOST),
                        "keyward.guard.share",
                        "0.0",
                        "keyward.operator.notify.mail",
                        OPERATOR)));
    }

    /** A tenant with a running cluster, in one of three organisations. */
    public Tenant tenant(int organization, String cluster) {
        return Tenant.withCluster(stage, organizations.get(organization), "us-east-1", cluster);
    }

    /** The guard, as operators see it. */
    public JsonNode guard() {
        return stage.operatorApi().get(GUARD).expect(200).json();
    }

    /** Decides about all that are held: {@code RELEASE} or {@code REFUSE}. */
    public Reply decide(String decision) {
        return stage.operatorApi()
                .post(
                        GUARD + "/decisions",
                        "{\"decision\":\"%s\",\"all\":true,\"comment\":\"asked them\"}".formatted(decision))
                .expect(200);
    }

    public List<JsonNode> openOperatorAlerts() {
        return stage.operatorApi()
                .get("/api/keyward/v1/operatorAlerts?status=OPEN")
                .expect(200)
                .results();
    }

    /** What the operator was mailed. */
    public List<Mails.Mail> pages() {
        return stage.mails().to(OPERATOR);
    }

    @Override
    public void close() throws InterruptedException {
        stage.close();
    }
}
