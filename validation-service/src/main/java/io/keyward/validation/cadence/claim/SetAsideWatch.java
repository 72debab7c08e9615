package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.claim.SetAsideStore.SetAside;
import io.keyward.validation.operator.OperatorAlertType;
import io.keyward.validation.operator.OperatorAlerts;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells operators of key uses that are set aside, and when none is any more. Harmless to run in every replica. */
@ApplicationScoped
class SetAsideWatch {
    private static final String REMEDY =
            "Look for their ids in the log of validation-service: it says what could not be read. If a newer version wrote it, run that one. "
                    + "Until then nobody notices when a customer takes these keys away, and nothing stops because of them.";

    private final SetAsideStore store;
    private final OperatorAlerts alerts;
    /** What was told last; null before the first look. */
    private volatile @Nullable SetAside told;

    SetAsideWatch(SetAsideStore store, OperatorAlerts alerts) {
        this.store = store;
        this.alerts = alerts;
    }

    @Scheduled(every = "{keyward.check.measure-every}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return store.some()
                .chain(found -> found.equals(told)
                        ? Uni.createFrom().voidItem()
                        : tell(found).invoke(() -> told = found));
    }

    private Uni<Void> tell(SetAside found) {
        return found.total() == 0
                ? alerts.close(OperatorAlertType.UNREADABLE_KEY_USES, "Every key use can be read again.")
                : alerts.open(
                        OperatorAlertType.UNREADABLE_KEY_USES,
                        found.total() + " key uses cannot be read, and are not checked.",
                        REMEDY,
                        Map.of("keyUseIds", String.join(", ", found.keyUseIds()), "total", "" + found.total()));
    }
}
