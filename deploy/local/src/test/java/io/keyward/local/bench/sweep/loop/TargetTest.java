package io.keyward.local.bench.sweep.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyward.local.cloud.CloudKey;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void isReadAsItWasPrinted() {
        Target target = new Target(
                "eu-west-1", new CloudKey("arn:aws:kms:…", "arn:aws:iam:…", "AQ=="), "external", "project", "use");

        assertThat(Target.parse(target.print())).isEqualTo(target);
        assertThat(target.encryptionContext()).containsEntry("keyUse", "use").containsEntry("project", "project");
        assertThat(target.key().blob()).containsExactly(1);
    }

    @Test
    void refusesAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse("eu-west-1"));
    }
}
