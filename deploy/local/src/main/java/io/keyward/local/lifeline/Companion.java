package io.keyward.local.lifeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the launcher's own class path in a process of its own, which ends with the launcher: its standard input ends then. One that reads its input
 * itself is talked to line by line; for any other the {@link Lifeline} reads it.
 */
public final class Companion implements AutoCloseable {
    private final String name;
    private final Child process;
    private final Writer commands;
    private final BufferedReader answers;

    /**
     * What is started.
     *
     * @param program its main class
     * @param listens whether it reads its standard input itself, and ends when that does
     * @param wrapper a command that is put before {@code java}, or nothing
     * @param machine arguments of the virtual machine
     * @param arguments those of the program
     */
    public record Start(
            Class<?> program, boolean listens, List<String> wrapper, List<String> machine, List<String> arguments) {

        private List<String> command() {
            List<String> command = new ArrayList<>(wrapper);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(machine);
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            if (!listens) {
                command.add("-D" + Lifeline.PROGRAM + "=" + program.getName());
            }
            command.add((listens ? program : Lifeline.class).getName());
            command.addAll(arguments);
            return command;
        }
    }

    private Companion(String name, Child process) {
        this.name = name;
        this.process = process;
        this.commands = process.input();
        this.answers = process.output();
    }

    /**
     * Starts it and returns at once.
     *
     * @param log where its standard error goes
     */
    public static Companion start(Start start, Path log) {
        return new Companion(
                start.program().getSimpleName(),
                Child.start(new ProcessBuilder(start.command())
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Says a line to it, and waits for the line that it answers. */
    public String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " ended instead of answering '" + command + "'");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not listen", e);
        }
    }

    /** Lets it end in order, and kills it when it does not. */
    @Override
    public void close() {
        process.close();
    }
}
