package io.keyward.validation.enforcement;

import io.keyward.startup.SettingsCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A pace at which nobody could ask, told before the start with all else that is wrong. */
@Singleton
class PaceCheck implements SettingsCheck {
    private final EnforcementConfig config;

    PaceCheck(EnforcementConfig config) {
        this.config = config;
    }

    @Override
    public Stream<Runnable> looks() {
        return Stream.of(() -> {
            var unused = EnforcementConfig.paceOf(config);
        });
    }
}
