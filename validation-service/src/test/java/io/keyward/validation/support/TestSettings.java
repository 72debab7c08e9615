package io.keyward.validation.support;

import io.keyward.access.peer.ServiceTokens;
import io.keyward.secrets.Sealer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The secrets that an installation brings, made up for one run. */
public class TestSettings implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "keyward.secrets.keyset", Sealer.newKeyset(),
                "keyward.internal.keyset", ServiceTokens.newKeyset());
    }

    @Override
    public void stop() {}
}
