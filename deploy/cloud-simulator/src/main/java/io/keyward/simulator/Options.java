package io.keyward.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is started. Begin with {@link #defaults()} and change what matters.
 *
 * @param host the address to listen on; loopback unless told
 * @param port the port for all services; 0 takes a free one
 * @param stateFile where everything acknowledged is kept, or null to forget it all on close
 * @param platformAccessKeyId access key of the product's own principal
 * @param platformSecretAccessKey its secret; requests signed with another one are refused
 */
public record Options(
        String host, int port, @Nullable Path stateFile, String platformAccessKeyId, String platformSecretAccessKey) {

    public static final String DEFAULT_ACCESS_KEY_ID = "AKIAKEYWARDPLATFORM0";

    /** Not a secret: it opens nothing but a simulator on loopback. */
    public static final String DEFAULT_SECRET_ACCESS_KEY = "simulated-platform-secret-access-key-000";

    public static Options defaults() {
        return new Options("127.0.0.1", 0, null, DEFAULT_ACCESS_KEY_ID, DEFAULT_SECRET_ACCESS_KEY);
    }

    public Options withHost(String changed) {
        return new Options(changed, port, stateFile, platformAccessKeyId, platformSecretAccessKey);
    }

    public Options withPort(int changed) {
        return new Options(host, changed, stateFile, platformAccessKeyId, platformSecretAccessKey);
    }

    public Options withStateFile(Path changed) {
        return new Options(host, port, changed, platformAccessKeyId, platformSecretAccessKey);
    }

    public Options withPlatformCredentials(String accessKeyId, String secretAccessKey) {
        return new Options(host, port, stateFile, accessKeyId, secretAccessKey);
    }

    @Override
    public String toString() {
        return "Options[host=%s, port=%d, stateFile=%s]".formatted(host, port, stateFile);
    }
}
