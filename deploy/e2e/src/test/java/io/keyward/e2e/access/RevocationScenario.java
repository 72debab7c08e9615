package io.keyward.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.e2e.http.Api;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What was taken away no longer opens anything, on any service: at once where it was taken away, and elsewhere as soon as the news is
 * there, long before what is remembered of callers lapses by itself.
 */
@ExtendWith(Stage.Extension.class)
@Rule("A7")
class RevocationScenario {
    /** A service believes what it knows of a caller for 30 s: whoever is refused sooner is refused because of the news. */
    private static final Duration BEFORE_IT_LAPSES = Duration.ofSeconds(15);

    private static final Set<String> MEMBER = Set.of("ORG_MEMBER");
    private static final Set<String> OWNER = Set.of("GROUP_OWNER");

    private final Stage stage;
    private final Credentials credentials;
    private Tenant tenant;
    private Map<String, String> paths;

    RevocationScenario(Stage stage) {
        this.stage = stage;
        credentials = new Credentials(stage.api(), stage.orgId());
    }

    @BeforeEach
    void aProjectWithAPathOnEachService() {
        tenant = Tenant.arrive(stage);
        paths = Map.of(
                "config-service", tenant.project("/encryptionAtRest"),
                "endpoint-service", tenant.project("/encryptionAtRest/AWS/privateEndpoints"),
                "validation-service", tenant.project("/alerts"));
    }

    @Test
    void aDeletedKeyIsRefusedEverywhere() {
        // Given
        Credentials.Key key = credentials.apiKey(MEMBER, tenant.groupId(), OWNER);
        assertEverywhere(key.caller(), 200);

        // When
        credentials.delete(key);

        // Then
        awaitEverywhere(key.caller(), 401);
    }

    @Test
    void aKeyThatLosesItsRolesLosesThemEverywhere() {
        // Given
        Credentials.Key key = credentials.apiKey(MEMBER, tenant.groupId(), OWNER);
        assertEverywhere(key.caller(), 200);

        // When
        credentials.withdraw(key, tenant.groupId());

        // Then
        awaitEverywhere(key.caller(), 404);
    }

    @Test
    void aRevokedTokenIsRefusedEverywhereAndTheNextOneIsNot() {
        // Given
        Credentials.Account account = credentials.serviceAccount(MEMBER, tenant.groupId(), OWNER);
        String token = credentials.token(account);
        String other = credentials.token(account);
        assertEverywhere(stage.api().bearing(token), 200);

        // When
        credentials.revoke(account, token);

        // Then
        awaitEverywhere(stage.api().bearing(token), 401);
        assertEverywhere(stage.api().bearing(other), 200);
    }

    @Test
    void allTokensOfADeletedAccountAreRefusedEverywhere() {
        // Given
        Credentials.Account account = credentials.serviceAccount(MEMBER, tenant.groupId(), OWNER);
        Api caller = stage.api().bearing(credentials.token(account));
        assertEverywhere(caller, 200);

        // When
        credentials.delete(account);

        // Then
        awaitEverywhere(caller, 401);
    }

    private void assertEverywhere(Api caller, int status) {
        assertThat(statuses(caller))
                .allSatisfy(
                        (service, answered) -> assertThat(answered).as(service).isEqualTo(status));
    }

    private void awaitEverywhere(Api caller, int status) {
        await().atMost(BEFORE_IT_LAPSES)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertEverywhere(caller, status));
    }

    private Map<String, Integer> statuses(Api caller) {
        Map<String, Integer> statuses = new TreeMap<>();
        paths.forEach((service, path) -> statuses.put(service, caller.get(path).status()));
        return statuses;
    }
}
