package io.keyward.local.demo.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.telling.Evidence;
import io.keyward.local.demo.telling.Expect;
import io.keyward.local.demo.telling.Narrator;
import io.keyward.local.folder.Addresses;
import io.keyward.simulator.google.GoogleAccounts;

/** A version of a key in Cloud KMS: opened with a key file and then without, disabled, to be destroyed, and saved. */
public final class GoogleStory {
    private static final String REGION = "US_EAST_4";
    private static final String INVALID = "GCP_ENCRYPTION_KEY_INVALID";

    private final Narrator narrator;
    private final GoogleAccount google;
    private final Project project;
    private final OneCluster cluster;

    private GoogleStory(Narrator narrator, Addresses addresses, Project project) {
        this.narrator = narrator;
        this.project = project;
        google = new GoogleAccount(addresses);
        cluster = new OneCluster(project, "orders-google");
    }

    /** Tells all of it. */
    public static void tell(Narrator narrator, Addresses addresses) {
        narrator.part("Google Cloud KMS");
        Project project = narrator.call(
                "The tenant creates a project",
                () -> Project.create(addresses, "Orders on Google Cloud", Project.Provider.GCP),
                created -> "project " + created.groupId());
        new GoogleStory(narrator, addresses, project).tell();
    }

    private void tell() {
        narrator.call("A version of the tenant's key becomes the project's, by a key file", this::useKey);
        narrator.call("Refused: a private endpoint, which Google Cloud does not have for keys", this::refusal);
        narrator.reaction("A cluster under it", this::createCluster);
        narrator.reaction("The key file is replaced by a service account of the project's own", this::useRole);
        narrator.reaction("The version is disabled: the cluster stops, and an alert says why", this::disable);
        narrator.reaction("… and enabled: it runs again by itself", this::enable);
        narrator.reaction("The version is to be destroyed: the cluster stops, while it can be saved", this::destroy);
        narrator.reaction("… and is restored and enabled: it runs again", this::restore);
        narrator.reaction("The cluster is deleted, and the key given up", this::leave);
    }

    private String useKey() {
        project.accept(google.configuration());
        return "key " + GoogleAccounts.DEMO_KEY_VERSION + ", valid: true";
    }

    private String refusal() {
        return Expect.refusal(project.createEndpoint(REGION), "INVALID_PROVIDER");
    }

    private String createCluster() {
        project.createCluster(cluster.name(), REGION);
        return cluster.awaitRunning();
    }

    private String useRole() {
        JsonNode role = project.createGoogleRole();
        String account = role.path("gcpServiceAccountForAtlas").asText();
        google.letIn(account);
        project.accept("\"roleId\":\"%s\"".formatted(role.path("roleId").asText()));
        return "role " + role.path("roleId").asText() + ", valid: true\nservice account " + account;
    }

    private String disable() {
        google.changeKey("DISABLED");
        return stopped();
    }

    private String enable() {
        google.changeKey("ENABLED");
        String running = cluster.awaitRunning();
        return running + "\n" + Evidence.ofAlert(project.awaitAlert("CLOSED", INVALID));
    }

    private String destroy() {
        google.scheduleDestruction();
        return stopped();
    }

    private String restore() {
        google.restore();
        google.changeKey("ENABLED");
        return cluster.awaitRunning();
    }

    private String leave() {
        project.removeCluster(cluster.name());
        project.configure("\"enabled\":false").expect(200);
        return "enabled: false";
    }

    private String stopped() {
        String seen = cluster.awaitStopped();
        return seen + "\n" + Evidence.ofAlert(project.awaitAlert("OPEN", INVALID));
    }
}
