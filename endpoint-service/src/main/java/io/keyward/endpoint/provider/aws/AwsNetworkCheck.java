package io.keyward.endpoint.provider.aws;

import io.keyward.startup.SettingsCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Networks that {@link AwsNetworks} would not start with, told with all else that is wrong. */
@Singleton
class AwsNetworkCheck implements SettingsCheck {
    private final AwsEndpointConfig config;

    AwsNetworkCheck(AwsEndpointConfig config) {
        this.config = config;
    }

    @Override
    public Stream<Runnable> looks() {
        return Stream.of(() -> {
            var unused = AwsNetworkSettings.read(config);
        });
    }
}
