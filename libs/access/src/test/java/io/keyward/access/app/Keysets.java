package io.keyward.access.app;

import io.keyward.access.peer.ServiceTokens;
import io.keyward.secrets.Sealer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Keysets made for this run, and a free port for the application to ask itself on. */
public class Keysets implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        int port = freePort();
        return Map.of(
                "keyward.secrets.keyset", Sealer.newKeyset(),
                "keyward.internal.keyset", ServiceTokens.newKeyset(),
                "keyward.internal.port", String.valueOf(port),
                "quarkus.rest-client.config-service.url", "http://127.0.0.1:" + port);
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
