package io.keyward.contracts;

import io.keyward.contracts.OperatorAlertEvent.Fact;
import io.keyward.contracts.OperatorAlertEvent.OperatorAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operator alert, from the moment it opens to its end. */
final class OperatorAlertSamples {
    private static final String ID = "6721f0a4c2b1d83e5f900101";

    private OperatorAlertSamples() {}

    static Map<String, Event> all() {
        Instant end = Samples.at("09:20:00");
        return Map.of(
                "keyward.operator-alert.opened.v1",
                new OperatorAlertEvent.OperatorAlertOpened(
                        ID,
                        Samples.EPOCH_ONE + 1,
                        Samples.at("09:00:03"),
                        Samples.SERVICE,
                        alert("OPEN", 11, null, null)),
                "keyward.operator-alert.updated.v1",
                new OperatorAlertEvent.OperatorAlertUpdated(
                        ID,
                        Samples.EPOCH_ONE + 2,
                        Samples.at("09:00:09"),
                        Samples.SERVICE,
                        alert("OPEN", 40, null, null)),
                "keyward.operator-alert.closed.v1",
                new OperatorAlertEvent.OperatorAlertClosed(
                        ID,
                        Samples.EPOCH_ONE + 3,
                        end,
                        Samples.SERVICE,
                        alert("CLOSED", 40, end, "No key is held any more.")));
    }

    private static OperatorAlert alert(String status, int held, @Nullable Instant closedAt, @Nullable String ending) {
        return new OperatorAlert(
                "GUARD_HOLDING",
                status,
                "CRITICAL",
                "%d keys of as many organizations became suspect at once; none of them is condemned.".formatted(held),
                "Look at the keys that are held, then release or refuse them.",
                List.of(new Fact("held", String.valueOf(held))),
                Samples.at("09:00:03"),
                closedAt,
                ending);
    }
}
