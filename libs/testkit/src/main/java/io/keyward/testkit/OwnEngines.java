package io.keyward.testkit;

import java.io.IOException;

/**
 * Like {@link Engines}, but for this application alone, so that a test may stop and start them: declare a field
 * {@code EngineControl engines;} in the test class. They take some seconds to start; use them for fault tests only, in one profile.
 */
public class OwnEngines extends Engines {
    @Override
    EngineClient lease() throws IOException {
        return EngineClient.own();
    }
}
