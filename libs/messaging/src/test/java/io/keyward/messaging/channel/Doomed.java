package io.keyward.messaging.channel;

import io.keyward.contracts.Topics;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** With a second channel, which the first record ends. */
public class Doomed implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(DoomedConsumer.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "mp.messaging.incoming.doomed.connector",
                "smallrye-kafka",
                "mp.messaging.incoming.doomed.topic",
                Topics.PROJECTS);
    }
}
