package io.keyward.config.role.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleRulesTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/keyward,        true",
        "arn:aws:iam::111122223333:role/path/to/name,   true",
        "arn:aws-us-gov:iam::111122223333:role/keyward, true",
        "arn:aws:iam::111122223333:user/keyward,        false",
        "arn:aws:iam::1111:role/keyward,                false",
        "keyward,                                       false"
    })
    void knowsARoleByItsArn(String text, boolean expected) {
        assertThat(RoleRules.isRoleArn(text)).isEqualTo(expected);
    }

    @Test
    void aProjectHasOneServiceAccountWheneverItIsAskedFor() {
        String project = "p-0123456789abcdefghijklmn";
        String account = RoleRules.serviceAccount("65a5e9a1f2c3d4b5a6978801", project);

        assertThat(account)
                .matches("mongodb-atlas-[0-9a-z]{16}@p-[0-9a-z]{24}\\.iam\\.gserviceaccount\\.com")
                .isEqualTo(RoleRules.serviceAccount("65a5e9a1f2c3d4b5a6978801", project))
                .isNotEqualTo(RoleRules.serviceAccount("65a5e9a1f2c3d4b5a6978802", project));
    }

    @ParameterizedTest
    @CsvSource({
        "11111111-2222-3333-4444-555555555555, true",
        "AAAAAAAA-2222-3333-4444-555555555555, true",
        "11111111222233334444555555555555,     false",
        "1-2-3-4-5,                            false"
    })
    void knowsAnIdOfAzures(String text, boolean expected) {
        assertThat(RoleRules.isUuid(text)).isEqualTo(expected);
    }
}
