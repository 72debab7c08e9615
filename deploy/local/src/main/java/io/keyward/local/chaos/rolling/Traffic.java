package io.keyward.local.chaos.rolling;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Everybody who does something again and again, until it is enough. Who meets a failure goes on with the next round. */
final class Traffic implements AutoCloseable {
    private static final int MINUTES_TO_FINISH = 2;
    /** Between two rounds of the same person: load is wanted, not a machine that is busy with it. */
    private static final int BREATH_MILLIS = 200;

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Ledger ledger;
    private volatile boolean enough;

    private Traffic(Ledger ledger) {
        this.ledger = ledger;
    }

    static Traffic begin(List<IntConsumer> routines, Ledger ledger) {
        Traffic traffic = new Traffic(ledger);
        routines.forEach(routine -> traffic.people.execute(() -> traffic.again(routine)));
        return traffic;
    }

    /** Everybody finishes what was begun. */
    @Override
    public void close() {
        enough = true;
        people.shutdown();
        try {
            if (!people.awaitTermination(MINUTES_TO_FINISH, TimeUnit.MINUTES)) {
                ledger.fail("somebody still waits for an answer");
                people.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(IntConsumer routine) {
        for (int round = 1; !enough; round++) {
            try {
                routine.accept(round);
                TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                ledger.fail(String.valueOf(e.getMessage()));
            }
        }
    }
}
