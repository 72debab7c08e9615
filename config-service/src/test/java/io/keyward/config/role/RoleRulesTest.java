package io.keyward.config.role;

import static org.assertj.core.api.Assertions.assertThat;

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
}
