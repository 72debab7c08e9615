package io.keyward.local;

import io.keyward.local.chaos.Chaos;
import io.keyward.local.chaos.endpoint.EndpointDrill;
import io.keyward.local.chaos.restore.RestoreTrial;
import io.keyward.local.chaos.rolling.RollingRestart;
import io.keyward.local.chaos.validation.ValidationChaos;
import io.keyward.local.chaos.validation.ValidationChaos.Limit;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./keyward chaos endpoints}, {@code validation}, {@code rolling} and {@code restore}. */
@Command(
        name = "chaos",
        description = "Kills and freezes what runs, again and again, on a stack of its own.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
    private static final int SEEDS = 1_000_000;

    private final PrintWriter out;

    @Parameters(description = "What is put to the test: ${COMPLETION-CANDIDATES}.")
    private What what = What.ENDPOINTS;

    @Option(names = "--seed", description = "The same seed does the same; a new one unless told.")
    private @Nullable Long seed;

    @Option(names = "--kills", description = "Of endpoints: how often the service is killed: ${DEFAULT-VALUE}.")
    private int kills = 100;

    @Option(names = "--minutes", description = "Of validation: for how long blows are struck: ${DEFAULT-VALUE}.")
    private double minutes = 10;

    @Option(
            names = "--rounds",
            description =
                    "Of validation: how many blows each lane strikes, in place of --minutes. Of rolling: how often"
                            + " each replica is restarted.")
    private @Nullable Integer rounds;

    @Option(names = "--projects", description = "Of validation: how many projects have a key: ${DEFAULT-VALUE}.")
    private int projects = 24;

    /** What can be put to the test. */
    enum What {
        ENDPOINTS,
        VALIDATION,
        ROLLING,
        RESTORE
    }

    ChaosCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        long chosen = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        boolean well =
                switch (what) {
                    case ENDPOINTS -> endpoints(chosen);
                    case VALIDATION -> new ValidationChaos(out, chosen, projects, limit()).run();
                    case RESTORE -> new RestoreTrial(out).run();
                    case ROLLING -> new RollingRestart(out, rounds == null ? 1 : rounds).run();
                };
        return well ? 0 : 1;
    }

    private boolean endpoints(long chosen) {
        return new Chaos(out, chosen, kills).run(EndpointDrill.TUNING, stack -> EndpointDrill.on(stack, chosen, kills));
    }

    private Limit limit() {
        return rounds == null ? Limit.minutes(minutes) : Limit.rounds(rounds);
    }
}
