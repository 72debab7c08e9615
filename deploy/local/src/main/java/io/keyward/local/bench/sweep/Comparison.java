package io.keyward.local.bench.sweep;

import io.keyward.local.bench.sweep.Report.Scale;
import io.keyward.local.bench.sweep.loop.Target;
import io.keyward.local.bench.usage.ProcessUse;
import io.keyward.local.client.Metrics;
import io.keyward.local.service.Service;
import io.keyward.local.service.Services;
import java.util.ArrayList;
import java.util.List;

/** Has both sides check the same keys, in turn, and whoever began begins the next time second. */
final class Comparison {
    /** Before anything counts, so that both virtual machines have compiled what runs often: until then a fifth of their processor time is their compilers'. */
    private static final int WARM_UP_CHECKS = 120_000;
    /** Few keys are checked several times in a run, so that it is long enough to be measured. */
    private static final int LEAST_CHECKS_OF_A_RUN = 10_000;

    private static final String SESSIONS = "keyward_aws_sessions";

    private final Services services;
    private final Side loop;
    private boolean warm;

    Comparison(Services services, Side loop) {
        this.services = services;
        this.loop = loop;
    }

    /**
     * Runs both sides so often each, after a run of each that does not count.
     *
     * @param anew whether roles are assumed anew in each run
     */
    Scale compare(String name, List<Target> targets, Side ours, int runs, boolean anew) {
        int keys = targets.size();
        int passes = Math.max(1, LEAST_CHECKS_OF_A_RUN / keys);
        ours.take(targets);
        loop.take(targets);
        int warmUp = warm ? passes : Math.max(passes, WARM_UP_CHECKS / keys);
        ours.warmUp(warmUp);
        loop.warmUp(warmUp);
        warm = true;
        long pid = services.pid(Service.VALIDATION);
        ProcessUse.forgetPeak(pid);
        List<Lap> ofOurs = new ArrayList<>();
        List<Lap> ofTheLoop = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            boolean oursFirst = run % 2 == 0;
            if (oursFirst) {
                ofOurs.add(ours.run(passes, anew));
            }
            ofTheLoop.add(loop.run(passes, anew));
            if (!oursFirst) {
                ofOurs.add(ours.run(passes, anew));
            }
        }
        long peak = ProcessUse.peakMemory(pid).orElse(0);
        long sessions = (long) Metrics.sum(services.url(Service.VALIDATION), SESSIONS);
        return new Scale(name, ofOurs, ofTheLoop, peak, sessions);
    }
}
