package io.keyward.local;

import io.keyward.local.folder.Addresses;
import io.keyward.local.folder.FolderInUseException;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.folder.StackFolder.Use;
import io.keyward.local.service.Tuning;
import io.keyward.local.service.Tuning.Acknowledge;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import io.keyward.local.stack.StackOptions.WantedPorts;
import io.keyward.local.walkthrough.Walkthrough;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./keyward up}: starts everything, tells what to type, and stays until it is ended. */
@Command(name = "up", description = "Starts everything on this machine.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--check-interval", description = "How often every key is checked: ${DEFAULT-VALUE}.")
    private Duration checkInterval = Tuning.QUICK.checkInterval();

    @Option(names = "--acknowledge", description = "Who says that a cluster stopped: ${COMPLETION-CANDIDATES}.")
    private Acknowledge acknowledge = Tuning.QUICK.acknowledge();

    @Option(names = "--port", description = "HTTP: ${DEFAULT-VALUE}.")
    private int port = WantedPorts.USUAL.http();

    @Option(names = "--tls-port", description = "HTTPS: ${DEFAULT-VALUE}.")
    private int tlsPort = WantedPorts.USUAL.tls();

    @Option(names = "--kafka-port", description = "Kafka: ${DEFAULT-VALUE}.")
    private int kafkaPort = WantedPorts.USUAL.kafka();

    @Option(names = "--postgres-port", description = "PostgreSQL: ${DEFAULT-VALUE}.")
    private int postgresPort = WantedPorts.USUAL.postgres();

    @Option(names = "--cloud-port", description = "The simulated clouds: ${DEFAULT-VALUE}.")
    private int cloudPort = WantedPorts.USUAL.cloud();

    @Option(names = "--smtp-port", description = "SMTP of the mail catcher: ${DEFAULT-VALUE}.")
    private int smtpPort = WantedPorts.USUAL.smtp();

    @Option(names = "--mail-port", description = "HTTP of the mail catcher: ${DEFAULT-VALUE}.")
    private int mailPort = WantedPorts.USUAL.mail();

    @Option(names = "--folder", description = "Where data, credentials and logs live; .keyward unless told.")
    private @Nullable Path folder;

    @Option(names = "--fresh", description = "Starts empty: removes the folder's data first.")
    private boolean fresh;

    UpCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        StackOptions options = options();
        Logs.to(StackFolder.logs(options.folder()));
        try (LocalStack stack = LocalStack.start(options, this::tell)) {
            stack.services().keepRunning(this::tell);
            tell("ready; logs are in " + StackFolder.logs(options.folder()));
            out.println(new Walkthrough(stack.addresses(), stack.credentials(), acknowledge).text());
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> tell("ending; data is kept in " + options.folder())));
            new CountDownLatch(1).await();
            return 0;
        } catch (FolderInUseException e) {
            out.println("keyward: " + e.getMessage());
            out.println(e.running().map(UpCommand::summary).orElse("It is still starting."));
            return 1;
        }
    }

    private StackOptions options() {
        StackOptions usual = StackOptions.defaults();
        return usual.withFolder(folder == null ? usual.folder() : folder.toAbsolutePath())
                .withUse(fresh ? Use.EMPTY_FIRST : Use.KEEP)
                .withPorts(new WantedPorts(port, tlsPort, kafkaPort, postgresPort, cloudPort, smtpPort, mailPort))
                .withTuning(Tuning.QUICK.withCheckInterval(checkInterval).withAcknowledge(acknowledge));
    }

    private void tell(String step) {
        out.println("  " + step);
        out.flush();
    }

    private static String summary(Addresses running) {
        return "  API    " + running.baseUrl() + " and " + running.tlsBaseUrl() + "\n  Kafka  " + running.kafka()
                + "\n  cloud  " + running.cloudUrl() + "\n  mail   " + running.mailUrl();
    }
}
