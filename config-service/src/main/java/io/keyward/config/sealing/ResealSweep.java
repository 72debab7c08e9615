package io.keyward.config.sealing;

import io.keyward.secrets.Resealing;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** Looks, soon after the start and ever again, for what a former key of the keyset sealed. */
@ApplicationScoped
class ResealSweep {
    private final Resealing resealing;

    ResealSweep(DataSource dataSource, Sealer sealer, @All List<SealedColumns> places, MeterRegistry registry) {
        this.resealing = new Resealing(dataSource, sealer, places, registry);
    }

    /**
     * On a thread of its own, over JDBC: nothing waits for it. It does not wait for the application to have started either, for a first round that was left out would come a whole period later.
     */
    @Scheduled(every = "{keyward.secrets.reseal}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        resealing.run();
    }
}
