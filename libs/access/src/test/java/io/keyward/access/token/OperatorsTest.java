package io.keyward.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.Caller;
import io.keyward.access.principal.Principal;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a claim makes an operator. */
class OperatorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            groups             | ops | {"sub":"1","groups":["dev","ops"]}            | true
            groups             | ops | {"sub":"1","groups":"ops"}                    | true
            groups             | ops | {"sub":"1","groups":["devops"]}               | false
            groups             | ops | {"sub":"1","groups":"dev ops"}                | false
            groups             | ops | {"sub":"1","groups":[]}                       | false
            groups             | ops | {"sub":"1","groups":null}                     | false
            groups             | ops | {"sub":"1","groups":{"ops":true}}             | false
            groups             | ops | {"sub":"1"}                                   | false
            realm_access.roles | ops | {"sub":"1","realm_access":{"roles":["ops"]}}  | true
            realm_access.roles | ops | {"sub":"1","roles":["ops"]}                   | false
            level              | 5   | {"sub":"1","level":5}                         | false
            sub                | 1   | {"sub":"1"}                                   | true
            groups             | ops | {"sub":" ","groups":"ops"}                    | false
            """)
    void theClaimDecides(String claim, String value, String token, boolean expected) throws InvalidJwtException {
        assertThat(operator(claim, value, token).isPresent()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"sub":"1","groups":"ops","preferred_username":"ada","email":"ada@example.com"} | ada
            {"sub":"1","groups":"ops","preferred_username":" ","email":"ada@example.com"}   | ada@example.com
            {"sub":"1","groups":"ops","name":"Ada"}                                         | Ada
            {"sub":"1","groups":"ops"}                                                      | 1
            """)
    void areCalledByTheirBestName(String token, String name) throws InvalidJwtException {
        assertThat(operator("groups", "ops", token)).map(Principal::name).contains(name);
    }

    @Test
    void belongToNoOrganisationAndSeeNoProject() throws InvalidJwtException {
        // When
        Principal operator =
                operator("groups", "ops", "{\"sub\":\"1\",\"groups\":\"ops\"}").orElseThrow();

        // Then
        assertThat(operator.kind()).isEqualTo(Caller.Kind.OPERATOR);
        assertThat(operator.id()).isEqualTo("1");
        assertThat(operator.orgId()).isEmpty();
        assertThat(operator.orgRoles()).isEmpty();
        assertThat(operator.projectRoles()).isEmpty();
    }

    private static Optional<Principal> operator(String claim, String value, String token) throws InvalidJwtException {
        return new Operators(new Marks("https://idp", "keyward", claim, value)).principal(JwtClaims.parse(token));
    }

    private record Marks(String issuer, String audience, String claim, String value) implements TokenConfig.Operators {}
}
