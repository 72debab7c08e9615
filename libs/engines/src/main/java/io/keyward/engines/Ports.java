package io.keyward.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on loopback. An engine asks before it starts: some programs connect to whoever holds the port already, and say nothing. */
public final class Ports {
    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    /** Whether something could listen on {@code port} of loopback now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code wanted}, checked to be free; any free port when it is 0. */
    static int claim(int wanted, String engine) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new IllegalStateException("port " + wanted + " for " + engine + " is taken by another program");
        }
        return wanted;
    }
}
