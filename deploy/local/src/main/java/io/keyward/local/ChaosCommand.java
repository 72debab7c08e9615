package io.keyward.local;

import io.keyward.local.chaos.Chaos;
import io.keyward.local.chaos.endpoint.EndpointDrill;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./keyward chaos endpoints}. */
@Command(
        name = "chaos",
        description = "Kills a service again and again on a stack of its own.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
    private static final int SEEDS = 1_000_000;

    private final PrintWriter out;

    @Parameters(description = "What is put to the test: ${COMPLETION-CANDIDATES}.")
    private What what = What.ENDPOINTS;

    @Option(names = "--seed", description = "The same seed does the same; a new one unless told.")
    private @Nullable Long seed;

    @Option(names = "--kills", description = "How often the service is killed: ${DEFAULT-VALUE}.")
    private int kills = 100;

    /** What can be put to the test. */
    enum What {
        ENDPOINTS
    }

    ChaosCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        long chosen = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        Chaos chaos = new Chaos(out, chosen, kills);
        boolean well =
                switch (what) {
                    case ENDPOINTS -> chaos.run(EndpointDrill.TUNING, stack -> EndpointDrill.on(stack, chosen, kills));
                };
        return well ? 0 : 1;
    }
}
