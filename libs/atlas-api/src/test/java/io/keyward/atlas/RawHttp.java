package io.keyward.atlas;

import io.keyward.testkit.errorcode.SeenErrorCodes;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** HTTP as bytes on a socket, for what no well-behaved client sends. */
public final class RawHttp {
    private static final Pattern ERROR_CODE = Pattern.compile("\r\n" + SeenErrorCodes.HEADER + ": (\\S+)\r\n");

    private RawHttp() {}

    /** Sends the request and returns everything that comes back until the server closes or falls silent. */
    public static String exchange(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The server may have answered and closed before it was sent everything.
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            ERROR_CODE.matcher(answer).results().map(found -> found.group(1)).forEach(SeenErrorCodes::record);
            return answer;
        }
    }
}
