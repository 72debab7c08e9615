package io.keyward.validation.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.web.BearerToken;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleCheck.Outcome;
import io.keyward.validation.check.role.RoleRef.AzurePrincipal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureRoleWordsTest {
    private static final AzurePrincipal ROLE = new AzurePrincipal("group", "tenant-1", "principal-1");

    @ParameterizedTest
    @CsvSource({
        "NOT_LET_IN, REFUSED, az ad sp create",
        "OWNER_NOT_FOUND, REFUSED, Check tenantId",
        "INVALID_REQUEST, REFUSED, Check tenantId",
        "NETWORK_POLICY, REFUSED, controlPlaneIPAddresses",
        "OUR_CREDENTIALS, INCONCLUSIVE, Customers have nothing to do",
        "THROTTLED, INCONCLUSIVE, Try again",
        "UNREACHABLE, INCONCLUSIVE, Try again",
        "UNKNOWN, INCONCLUSIVE, Try again"
    })
    @Rule("R1")
    void aNoOfTheTenantsIsARefusal(Failure.Kind kind, Outcome outcome, String remedy) {
        var check = refused(kind);

        assertThat(check.outcome()).isEqualTo(outcome);
        assertThat(check.evidence().remedy()).contains(remedy);
        assertThat(check.evidence().explanation()).contains("AADSTS1");
    }

    @ParameterizedTest
    @EnumSource
    @Rule("P2")
    void everyFailureHasAnAnswer(Failure.Kind kind) {
        assertThat(refused(kind).outcome()).isNotEqualTo(Outcome.ASSUMABLE);
    }

    @Test
    @Rule("R1")
    void whoeverIsLetInHasToBeTheOneThatWasNamed() {
        assertThat(entered(Optional.of("PRINCIPAL-1")).outcome()).isEqualTo(Outcome.ASSUMABLE);
        assertThat(entered(Optional.empty()).outcome()).isEqualTo(Outcome.ASSUMABLE);
        var other = entered(Optional.of("principal-2"));
        assertThat(other.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(other.evidence().remedy()).contains("principal-2");
    }

    @Test
    void readsTheObjectIdOfAToken() {
        assertThat(TokenClaims.objectId(token("e30." + encoded("{\"oid\":\"principal-1\"}") + ".s")))
                .contains("principal-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.!.c", "a.bm8ganNvbg.c", "a.e30.c"})
    void promisesNothingAboutOtherTokens(String token) {
        assertThat(TokenClaims.objectId(token(token))).isEmpty();
    }

    private static RoleCheck refused(Failure.Kind kind) {
        return AzureRoleWords.refused(ROLE, new Failure(kind, "AADSTS1", null, null), List.of());
    }

    private static RoleCheck entered(Optional<String> objectId) {
        return AzureRoleWords.entered(ROLE, objectId, List.of());
    }

    private static BearerToken token(String value) {
        return new BearerToken(value, null, false);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
