package io.keyward.validation.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.condition.Subject.Kind;
import io.keyward.validation.alert.notification.form.MailForm;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Rule("N3")
class NoticeRulesTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    void theMailAtStopSaysWhatWhereWhySinceWhenAndWhatToDo() {
        var text = opened(alert(AlertType.AWS_ENCRYPTION_KEY_INVALID), "Shop");

        assertThat(text.subject()).isEqualTo("[Keyward] Project Shop: encryption key taken away, 2 clusters stopped");
        assertThat(text.body()).isEqualTo("""
                Project: Shop (64b0c0ffee64b0c0ffee64b0)

                Since: 2026-11-22 10:00:00 UTC

                Key: arn:aws:kms:us-east-1:1:key/k
                Region: us-east-1
                Reason: KEY_DISABLED

                The key is disabled.

                These clusters use the key and are stopped. They keep their data, which cannot be read or written meanwhile:
                  - orders
                  - payments

                What to do: Enable it.

                Once the key works again, the clusters start by themselves: at once on "Try Again" (POST /api/keyward/v1/groups/64b0c0ffee64b0c0ffee64b0/keyChecks), else at the next scheduled check. Another message will tell.

                Alert 5f0000000000000000000001 (AWS_ENCRYPTION_KEY_INVALID)
                """);
    }

    @Test
    void theMailAtTheEndSaysWhatBecameOfEachCluster() {
        var text = MailForm.of(NoticeRules.recovered(
                alert(AlertType.AWS_ENCRYPTION_KEY_INVALID),
                "Shop",
                null,
                List.of(new Fate("orders", "runs again"), new Fate("payments", "was deleted meanwhile"))));

        assertThat(text.subject()).startsWith("[Keyward] Project Shop: over: ");
        assertThat(text.body())
                .contains("The key was used with success again.")
                .contains("  - orders runs again\n  - payments was deleted meanwhile\n")
                .contains("It began at 2026-11-22 10:00:00 UTC and ended at 2026-11-22 11:00:00 UTC.");
    }

    @ParameterizedTest
    @EnumSource(AlertType.class)
    void onlyWhatStopsClustersIsSaidToStopThem(AlertType type) {
        var text = opened(alert(type), "Shop");

        assertThat(text.body().contains("are stopped") || text.body().contains("is stopped"))
                .isEqualTo(type.stopsClusters());
        assertThat(text.body()).contains("What to do: Enable it.");
    }

    @Test
    void aProjectsNameAddsNoHeader() {
        var text = opened(alert(AlertType.AWS_ENCRYPTION_KEY_INVALID), "Shop\r\nBcc: x@y.test" + "z".repeat(300));

        assertThat(text.subject()).doesNotContain("\r", "\n").hasSizeLessThanOrEqualTo(255);
        assertThat(text.body().lines().findFirst().orElseThrow()).contains("Bcc");
    }

    private static MailForm opened(Alert alert, String project) {
        return MailForm.of(NoticeRules.opened(alert, project, null));
    }

    private static Alert alert(AlertType type) {
        var clusters = List.of(new AffectedCluster("c1", "orders"), new AffectedCluster("c2", "payments"));
        return new Alert(
                "5f0000000000000000000001",
                "64b0c0ffee64b0c0ffee64b0",
                "64b0c0ffee64b0c0ffee64b2",
                type,
                new Subject(Kind.KEY_USE, "k", "arn:aws:kms:us-east-1:1:key/k", "us-east-1"),
                new Content("KEY_DISABLED", "The key is disabled.", "Enable it.", SINCE, clusters, List.of()),
                Alert.Status.CLOSED,
                SINCE,
                SINCE,
                SINCE.plusSeconds(3600),
                "The key was used with success again.",
                null,
                null,
                1);
    }
}
