package io.keyward.e2e.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real curl. */
public final class Curl {
    private static final List<String> QUIETLY =
            List.of("curl", "--silent", "--show-error", "--include", "--max-time", "30");
    /** Makes curl say at the end what it asked. */
    private static final String TELL = "\n%{method} %{url_effective}";

    private static final Pattern DATA = Pattern.compile("--data\\s+'([^']*)'");

    private Curl() {}

    /** Runs curl and answers the last response it got; earlier ones are the challenge and {@code 100 Continue}. */
    public static Reply run(String... arguments) {
        List<String> command = new ArrayList<>(QUIETLY);
        command.addAll(List.of("--write-out", TELL));
        command.addAll(List.of(arguments));
        int data = List.of(arguments).indexOf("--data");
        return held(output(command), data < 0 ? "" : arguments[data + 1]);
    }

    /** Runs a command as a manual prints it, through the shell: it begins with {@code curl}, and nothing is left in it to be filled in. */
    public static Reply printed(String command) {
        String quietly = String.join(" ", QUIETLY) + " --write-out '" + TELL + "'";
        String words = command.strip().replaceFirst("^curl", Matcher.quoteReplacement(quietly));
        Matcher data = DATA.matcher(command);
        return held(output(List.of("bash", "-c", words)), data.find() ? data.group(1) : "");
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

    private static Reply held(String output, String sent) {
        int end = output.lastIndexOf('\n');
        Reply reply = parse(output.substring(0, end));
        String[] asked = output.substring(end + 1).split(" ", 2);
        Contract.hold(Asked.of(asked[0], URI.create(asked[1]), sent), reply);
        return reply;
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
        return Reply.received(Integer.parseInt(lines[0].split(" ")[1]), headers, rest);
    }
}
