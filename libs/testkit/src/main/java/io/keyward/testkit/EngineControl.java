package io.keyward.testkit;

/**
 * Takes the engines of {@link OwnEngines} away from the application under test, and gives them back on the same port and folder. Calls
 * return when it is done. A test that stops something starts it again.
 */
public final class EngineControl {
    private final EngineClient client;

    EngineControl(EngineClient client) {
        this.client = client;
    }

    public void stopKafka() {
        client.ask("stop kafka");
    }

    public void startKafka() {
        client.ask("start kafka");
    }

    public void stopPostgres() {
        client.ask("stop postgres");
    }

    public void startPostgres() {
        client.ask("start postgres");
    }

    /** Value for {@code bootstrap.servers}. */
    public String kafka() {
        return "127.0.0.1:" + client.kafkaPort();
    }
}
