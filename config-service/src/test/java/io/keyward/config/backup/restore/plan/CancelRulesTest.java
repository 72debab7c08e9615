package io.keyward.config.backup.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.backup.restore.plan.RestoreJob.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancelRulesTest {

    @ParameterizedTest
    @CsvSource({
        "QUEUED,      AUTOMATED,     Cancel",
        "IN_PROGRESS, POINT_IN_TIME, Cancel",
        "IN_PROGRESS, DOWNLOAD,      Cancel",
        "COMPLETED,   AUTOMATED,     Refused",
        "COMPLETED,   POINT_IN_TIME, Refused",
        "COMPLETED,   DOWNLOAD,      Cancel",
        "FAILED,      AUTOMATED,     Refused",
        "FAILED,      DOWNLOAD,      Nothing",
        "CANCELLED,   AUTOMATED,     Nothing",
        "CANCELLED,   DOWNLOAD,      Nothing"
    })
    void whatWasReplacedIsNotPutBack(Status status, Delivery.Type type, String expected) {
        assertThat(CancelRules.of("j1", type, status).getClass().getSimpleName())
                .isEqualTo(expected);
    }
}
