package io.keyward.local;

import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** Main class of the launcher. {@code ./keyward} builds what is stale and comes here. */
@Command(name = "keyward", description = "Runs Keyward on this machine.", mixinStandardHelpOptions = true)
public final class Keyward {
    private Keyward() {}

    public static void main(String[] arguments) {
        Logs.quiet();
        System.exit(commands().execute(arguments));
    }

    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Keyward());
        PrintWriter out = commands.getOut();
        return commands.addSubcommand(new UpCommand(out))
                .addSubcommand(new DemoCommand(out))
                .addSubcommand(new BenchCommand(out))
                .addSubcommand(new ChaosCommand(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Durations::parse)
                .setExecutionExceptionHandler(Keyward::explain);
    }

    /** A person reads this: what is wrong, without a stack trace; that is in the log. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        Logs.record(failure);
        command.getErr().println("keyward: " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
