package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("C3")
class AwsTargetTest {
    private static final String ID = "5d0c1a4e-7b3f-4c6d-9e8f-a0b1c2d3e4f5";
    private static final String ROLE = "arn:aws:iam::111122223333:role/keyward";

    @Test
    void takesAKeyOfAnyAccountByItsArn() {
        var arn = "arn:aws:kms:eu-west-1:999988887777:key/" + ID;

        assertThat(target(arn, "eu-west-1", ROLE)).isEqualTo(new AwsTarget.Key(arn, "eu-west-1"));
    }

    @ParameterizedTest
    @CsvSource({ID, "mrk-5d0c1a4e7b3f4c6d9e8fa0b1c2d3e4f5"})
    void looksABareIdUpInTheRolesOwnAccount(String id) {
        assertThat(target(id, "eu-west-1", ROLE))
                .isEqualTo(new AwsTarget.Key("arn:aws:kms:eu-west-1:111122223333:key/" + id, "eu-west-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:kms:eu-west-1:111122223333:key/" + ID + ", us-east-1, " + ROLE + ", eu-west-1",
        ID + ", mars-north-1, " + ROLE + ", no region",
        ID + ", us-east-1, arn:aws:iam::111122223333:user/me, not the ARN of a role",
        "alias/my-key, us-east-1, " + ROLE + ", neither the ARN nor the id",
        "arn:aws:kms:us-east-1:111122223333:alias/my-key, us-east-1, " + ROLE + ", neither the ARN nor the id",
        "arn:aws:s3:::bucket, us-east-1, " + ROLE + ", neither the ARN nor the id",
    })
    void refusesWhatCannotBeRight(String key, String region, String role, String explanation) {
        assertThat(target(key, region, role))
                .isInstanceOfSatisfying(AwsTarget.Refused.class, refused -> assertThat(refused.explanation())
                        .contains(explanation));
    }

    private static AwsTarget target(String key, String region, String role) {
        return AwsTarget.of(new AwsKey("group", null, key, region, new KeyPath.Public(false), role, "external", null));
    }
}
