package io.keyward.validation.operator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Shows which operator alerts are open: {@code keyward.operator-alerts.open}, by type. */
@ApplicationScoped
class OperatorAlertGauges {
    private final OperatorAlertStore store;
    private final Map<OperatorAlertType, AtomicLong> open;

    OperatorAlertGauges(OperatorAlertStore store, MeterRegistry meters) {
        this.store = store;
        this.open = Arrays.stream(OperatorAlertType.values())
                .collect(Collectors.toMap(
                        type -> type,
                        type -> meters.gauge(
                                "keyward.operator-alerts.open", Tags.of("type", type.name()), new AtomicLong()),
                        (one, other) -> one,
                        () -> new EnumMap<>(OperatorAlertType.class)));
    }

    @Scheduled(every = "10s", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> count() {
        return store.openTypes()
                .invoke(types -> open.forEach((type, gauge) -> gauge.set(types.contains(type) ? 1 : 0)))
                .replaceWithVoid();
    }
}
