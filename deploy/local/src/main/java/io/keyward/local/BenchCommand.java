package io.keyward.local;

import io.keyward.local.bench.ListsBench;
import io.keyward.local.bench.endpoint.EndpointsBench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./keyward bench lists} and {@code ./keyward bench endpoints}. */
@Command(name = "bench", description = "Measures a stack of its own.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Parameters(description = "What is measured: ${COMPLETION-CANDIDATES}.")
    private What what = What.LISTS;

    /** What can be measured. */
    enum What {
        LISTS,
        ENDPOINTS
    }

    BenchCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        switch (what) {
            case LISTS -> new ListsBench(out).run();
            case ENDPOINTS -> new EndpointsBench(out).run();
        }
        return 0;
    }
}
