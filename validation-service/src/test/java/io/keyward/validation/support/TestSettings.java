package io.keyward.validation.support;

import io.keyward.access.peer.ServiceTokens;
import io.keyward.secrets.KeysetTool;
import io.keyward.secrets.Sealer;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The secrets that an installation brings, made up for one run. */
public class TestSettings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "keyward.secrets.keyset", KeysetTool.run(Sealer.newKeyset(), "add"),
                "keyward.internal.keyset", ServiceTokens.newKeyset(),
                "keyward.azure.tenant-id", AzureAccounts.PLATFORM_TENANT,
                "keyward.azure.application-id", AzureAccounts.PLATFORM_APPLICATION,
                "keyward.azure.application-secret", AzureAccounts.PLATFORM_APPLICATION_SECRET,
                "keyward.google.credentials", GoogleAccounts.platformKeyFile(),
                "quarkus.mailer.port", String.valueOf(freePort()));
    }

    /** Nothing listens there until a test starts a mail server. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
