package io.keyward.config.encryption.credential;

import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.keyward.access.peer.InternalPort;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The secrets that open customers' keys: as they lie in the database, and as validation-service gets them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class KmsCredentialIT {
    @Inject
    KmsCredentialStore store;

    @Inject
    CredentialRecognition recognition;

    @Inject
    InternalPort internal;

    private String groupId = "";

    @BeforeEach
    void begin() {
        groupId = project();
    }

    @Test
    @Rule("P4")
    void whatWasSentAgainIsRecognisedAndAnotherOneIsNot() {
        KmsCredential first = sent(Cloud.GCP, "hush-one");
        keep(first);
        String other = project();

        assertThat(sent(Cloud.GCP, "hush-one").id()).isEqualTo(first.id());
        assertThat(sent(Cloud.GCP, "hush-two").id()).isNotEqualTo(first.id());
        assertThat(sent(Cloud.AZURE, "hush-one").id()).isNotEqualTo(first.id());
        assertThat(run(() -> recognition.recognise(other, Map.of(Cloud.GCP, "hush-one")))
                        .idFor(Cloud.GCP))
                .isNotEqualTo(Optional.of(first.id()));
    }

    @Test
    @Rule("P4")
    void isSealedForItsProjectAndPrintsNothing() {
        KmsCredential credential = sent(Cloud.GCP, "hush-hush");
        keep(credential);

        assertThat(rows("select encode(sealed, 'escape') from kms_credential where group_id = '" + groupId + "'"))
                .singleElement()
                .asString()
                .doesNotContain("hush");
        assertThat(credential + " " + new SentCredentials(List.of(credential))).doesNotContain("hush");

        String other = project();
        rows("update kms_credential set group_id = '" + other + "' where group_id = '" + groupId + "' returning id");
        assertThatThrownBy(() -> run(() -> store.find(other, credential.id())))
                .hasMessageContaining("cannot be opened");
    }

    @Test
    @Rule("P4")
    void whatNothingNamesIsErasedAndWhatIsNotNamedIsNeverKept() {
        KmsCredential one = sent(Cloud.GCP, "hush-one");
        KmsCredential two = sent(Cloud.AZURE, "hush-two");
        KmsCredential three = sent(Cloud.GCP, "hush-three");
        keep(one);
        keep(two);
        run(() -> Panache.withTransaction(() -> store.keep(groupId, new SentCredentials(List.of(three)), Set.of())));

        run(() -> Panache.withTransaction(() -> store.retain(groupId, Set.of(two.id()))));
        assertThat(run(() -> store.all(groupId))).containsExactly(two);

        run(() -> Panache.withTransaction(() -> store.retain(groupId, Set.of())));
        assertThat(run(() -> store.all(groupId))).isEmpty();
    }

    @Test
    @Rule({"P4", "A6"})
    void isToldToOurServicesOnTheInternalPortAlone() {
        KmsCredential credential = sent(Cloud.GCP, "hush-hush");
        keep(credential);
        String path = "/internal/v1/projects/" + groupId + "/credentials/" + credential.id();

        peer("validation-service")
                .get(path)
                .then()
                .statusCode(200)
                .body("credentialId", equalTo(credential.id()))
                .body("groupId", equalTo(groupId))
                .body("provider", equalTo("GCP"))
                .body("secret", equalTo("hush-hush"));
        peer("validation-service")
                .get("/internal/v1/projects/" + project() + "/credentials/" + credential.id())
                .then()
                .statusCode(404);
        peer("validation-service")
                .get("/internal/v1/projects/" + groupId + "/credentials/" + ObjectIds.next())
                .then()
                .statusCode(404)
                .body("errorCode", equalTo("RESOURCE_NOT_FOUND"));
        given().port(internal.port()).get(path).then().statusCode(401);
        Tenants.OWNER.get(path).then().statusCode(404);
    }

    private KmsCredential sent(Cloud provider, String secret) {
        return run(() -> recognition.recognise(groupId, Map.of(provider, secret)))
                .all()
                .getFirst();
    }

    private void keep(KmsCredential credential) {
        run(() -> Panache.withTransaction(
                () -> store.keep(groupId, new SentCredentials(List.of(credential)), Set.of(credential.id()))));
    }
}
