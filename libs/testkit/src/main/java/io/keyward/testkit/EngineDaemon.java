package io.keyward.testkit;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.PostgresEngine;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The process that runs the engines, so that they outlive the class loaders, profiles and modules of the tests. It prints the port of its
 * control socket and then serves one command per line; every open connection is a lease, and it leaves some time after the last one.
 *
 * <p>Commands: {@code addresses}, {@code database <name>}, {@code clear-kafka}, {@code stop|start kafka|postgres}. Answers: {@code ok …} or
 * {@code failed …}.
 */
final class EngineDaemon {
    private static final Duration FIRST_LEASE_WITHIN = Duration.ofSeconds(60);

    private final PostgresEngine postgres;
    private final KafkaEngine kafka;
    private final CloudSimulator simulator;
    private final ServerSocket control;
    private final Duration grace;
    private final AtomicInteger leases = new AtomicInteger();
    private final AtomicLong leaveAt = new AtomicLong(System.nanoTime() + FIRST_LEASE_WITHIN.toNanos());

    private EngineDaemon(Path folder, Duration grace) throws IOException {
        this.grace = grace;
        this.postgres = PostgresEngine.start(folder.resolve("postgres"), 0);
        this.kafka = KafkaEngine.start(folder.resolve("kafka"), 0);
        this.simulator = CloudSimulator.start(Options.defaults());
        this.control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Arguments: a folder of its own, deleted at the end, and for how many seconds it stays after the last lease. */
    public static void main(String[] args) throws IOException {
        PrintStream answer = System.out;
        System.setOut(System.err);
        Path folder = Path.of(args[0]);
        EngineDaemon daemon = new EngineDaemon(folder, Duration.ofSeconds(Long.parseLong(args[1])));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> daemon.close(folder), "close"));
        answer.println(daemon.control.getLocalPort());
        answer.close();
        daemon.leaveWhenForgotten();
        daemon.serve();
    }

    private void leaveWhenForgotten() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("leases").factory());
        var unused = timer.scheduleWithFixedDelay(
                () -> {
                    if (leases.get() == 0 && System.nanoTime() - leaveAt.get() > 0) {
                        System.exit(0);
                    }
                },
                500,
                500,
                TimeUnit.MILLISECONDS);
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = control.accept();
            leases.incrementAndGet();
            Thread.ofVirtual().name("lease").start(() -> attend(client));
        }
    }

    private void attend(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                out.println(answer(command));
            }
        } catch (IOException e) {
            // A client that was killed ends its lease like one that hung up.
        } finally {
            leaveAt.set(System.nanoTime() + grace.toNanos());
            leases.decrementAndGet();
        }
    }

    private String answer(String command) {
        try {
            return "ok " + perform(command.split(" "));
        } catch (Exception e) {
            e.printStackTrace();
            return "failed " + command + ": " + e;
        }
    }

    private synchronized String perform(String[] words) throws Exception {
        String subject = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "addresses" -> {
                return postgres.port() + " " + kafka.port() + " " + simulator.port();
            }
            case "database" -> postgres.createDatabase(subject);
            case "clear-kafka" -> KafkaCleaner.clear(kafka.bootstrap());
            case "stop" -> engineCalled(subject).stop().run();
            case "start" -> engineCalled(subject).start().run();
            default -> throw new IllegalArgumentException("unknown command");
        }
        return "";
    }

    private record Switch(Runnable stop, Runnable start) {}

    private Switch engineCalled(String name) {
        return switch (name) {
            case "kafka" -> new Switch(kafka::stop, kafka::restart);
            case "postgres" -> new Switch(postgres::stop, postgres::restart);
            default -> throw new IllegalArgumentException("unknown engine " + name);
        };
    }

    private void close(Path folder) {
        try (postgres;
                kafka;
                simulator;
                control) {
            System.err.println("the last lease ended");
        } catch (IOException e) {
            e.printStackTrace();
        } finally {
            Folders.delete(folder);
        }
    }
}
