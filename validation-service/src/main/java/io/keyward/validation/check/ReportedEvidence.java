package io.keyward.validation.check;

import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.time.temporal.ChronoUnit;

/** Evidence as events, histories and APIs spell it. */
public final class ReportedEvidence {
    private ReportedEvidence() {}

    /** The check's outcome, reason, explanation, remedy and calls; instants in whole milliseconds. */
    public static KeyEvent.Evidence of(KeyCheck check) {
        var evidence = check.evidence();
        return new KeyEvent.Evidence(
                check.outcome(),
                check.reasonCode().orElse(null),
                evidence.explanation(),
                evidence.remedy(),
                evidence.calls().stream().map(ReportedEvidence::call).toList());
    }

    /** One call. */
    public static ProviderCall call(Evidence.Call call) {
        return new ProviderCall(
                call.operation(),
                call.target(),
                call.region(),
                call.path().name(),
                call.code(),
                call.message(),
                call.requestId(),
                call.at().truncatedTo(ChronoUnit.MILLIS),
                call.latency().toMillis());
    }
}
