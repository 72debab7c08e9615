package io.keyward.e2e.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The real curl, with {@code --include} among its arguments. */
public final class Curl {
    private static final List<String> QUIETLY = List.of("curl", "--silent", "--show-error", "--max-time", "30");

    private Curl() {}

    /** Runs curl and answers the last response it got; earlier ones are the challenge and {@code 100 Continue}. */
    public static Reply run(String... arguments) {
        List<String> command = new ArrayList<>(QUIETLY);
        command.addAll(List.of(arguments));
        return parse(output(command));
    }

    /** Runs a command as a manual prints it, through the shell: it begins with {@code curl}, and nothing is left in it to be filled in. */
    public static Reply printed(String command) {
        String words = command.strip().replaceFirst("^curl", String.join(" ", QUIETLY));
        return parse(output(List.of("bash", "-c", words)));
    }

    /** What a command prints; fails when it does not end with 0. */
    public static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new AssertionError(command.getFirst() + " ended with " + code + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Reply parse(String output) {
        String rest = output;
        String head = "";
        while (rest.startsWith("HTTP/")) {
            int end = rest.indexOf("\r\n\r\n");
            head = rest.substring(0, end);
            rest = rest.substring(end + 4);
        }
        String[] lines = head.split("\r\n");
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header[1]);
        }
        return new Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, rest);
    }
}
