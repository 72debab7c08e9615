package io.keyward.testkit;

import java.io.IOException;
import java.util.Map;

/**
 * Like {@link Engines}, but for this application alone, so that a test may stop and start them: declare a field
 * {@code EngineControl engines;} in the test class. They take some seconds to start; use them for fault tests only.
 *
 * <p>With {@code initArgs = @ResourceArg(name = "kafka", value = "stopped")} the application starts while Kafka is down.
 */
public class OwnEngines extends Engines {
    private boolean kafkaStopped;

    @Override
    public void init(Map<String, String> arguments) {
        kafkaStopped = "stopped".equals(arguments.get("kafka"));
    }

    @Override
    EngineClient lease() throws IOException {
        return EngineClient.own();
    }

    @Override
    void prepare(EngineClient client) {
        super.prepare(client);
        if (kafkaStopped) {
            client.ask("stop kafka");
        }
    }
}
