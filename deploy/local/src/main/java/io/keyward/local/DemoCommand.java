package io.keyward.local;

import io.keyward.local.demo.Demo;
import io.keyward.local.service.Tuning;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./keyward demo}. */
@Command(name = "demo", description = "Tells the whole story by itself.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--check-interval", description = "How often every key is checked: ${DEFAULT-VALUE}.")
    private Duration checkInterval = Tuning.QUICK.checkInterval();

    @Option(names = "--cloud", description = "Whose story is told: aws, azure, gcp or all of them; ${DEFAULT-VALUE}.")
    private Demo.Clouds cloud = Demo.Clouds.AWS;

    DemoCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return new Demo(out, Tuning.QUICK.withCheckInterval(checkInterval), cloud).run() ? 0 : 1;
    }
}
