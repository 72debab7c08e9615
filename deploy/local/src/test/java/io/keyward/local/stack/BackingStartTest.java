package io.keyward.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.engines.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackingStartTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void replacesATakenPortAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = BackingStart.freeOr(taken.getLocalPort(), "the API over TLS", told::add);

            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(told)
                    .containsExactly(
                            "port %d is taken: the API over TLS gets %d".formatted(taken.getLocalPort(), port));
        }
    }

    @Test
    void keepsAFreeOneAndSaysNothing() {
        int wanted = Ports.free();

        assertThat(BackingStart.freeOr(wanted, "the API", told::add)).isEqualTo(wanted);
        assertThat(told).isEmpty();
    }
}
