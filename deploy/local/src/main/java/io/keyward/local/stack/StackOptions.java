package io.keyward.local.stack;

import io.keyward.local.folder.StackFolder;
import io.keyward.local.service.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a local stack is started. Begin with {@link #defaults()} and change what matters.
 *
 * @param root the repository, whose packaged services are run
 * @param folder where data, credentials and logs live; made when absent, kept afterwards
 * @param use what happens to what is in the folder
 * @param ports the ports wanted
 * @param tuning how the services behave
 * @param engines where Kafka and the simulated cloud run
 * @param starts whether services are to start quickly
 * @param replicas how many there are of each service
 */
public record StackOptions(
        Path root,
        Path folder,
        StackFolder.Use use,
        WantedPorts ports,
        Tuning tuning,
        Engines engines,
        Starts starts,
        Replicas replicas) {

    /** Property that names the repository; without it, it is the nearest folder upwards that holds the script. */
    public static final String ROOT_PROPERTY = "keyward.root";

    /** The usual ports, in {@code .keyward} of the repository, automatic acknowledgement. */
    public static StackOptions defaults() {
        Path root = findRoot();
        return new StackOptions(
                root,
                root.resolve(".keyward"),
                StackFolder.Use.KEEP,
                WantedPorts.USUAL,
                Tuning.QUICK,
                Engines.WITHIN,
                Starts.PLAIN,
                Replicas.ONE);
    }

    /** Any free ports, in {@code folder}, which is removed in the end: beside whatever else runs. */
    public static StackOptions isolated(Path folder) {
        return defaults().withFolder(folder).withUse(StackFolder.Use.DISCARD).withPorts(WantedPorts.ANY);
    }

    public StackOptions withFolder(Path changed) {
        return new StackOptions(root, changed, use, ports, tuning, engines, starts, replicas);
    }

    public StackOptions withUse(StackFolder.Use changed) {
        return new StackOptions(root, folder, changed, ports, tuning, engines, starts, replicas);
    }

    public StackOptions withPorts(WantedPorts changed) {
        return new StackOptions(root, folder, use, changed, tuning, engines, starts, replicas);
    }

    public StackOptions withTuning(Tuning changed) {
        return new StackOptions(root, folder, use, ports, changed, engines, starts, replicas);
    }

    public StackOptions withEngines(Engines changed) {
        return new StackOptions(root, folder, use, ports, tuning, changed, starts, replicas);
    }

    public StackOptions withStarts(Starts changed) {
        return new StackOptions(root, folder, use, ports, tuning, engines, changed, replicas);
    }

    public StackOptions withReplicas(Replicas changed) {
        return new StackOptions(root, folder, use, ports, tuning, engines, starts, changed);
    }

    private static Path findRoot() {
        String told = System.getProperty(ROOT_PROPERTY);
        if (told != null) {
            return Path.of(told);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve("keyward"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "not inside the repository; set the system property " + ROOT_PROPERTY + " to its folder");
    }

    /** Where Kafka and the simulated cloud run. PostgreSQL always has processes of its own. */
    public enum Engines {
        /** In the launcher. */
        WITHIN,
        /** In processes of their own, which can be killed and frozen: {@link LocalStack#outposts()}. */
        APART
    }

    /** How many replicas of each service stand behind the gateway. */
    public enum Replicas {
        ONE,
        /** Two, and a way between services that leads to either: {@link LocalStack#second}. */
        TWO
    }

    /** How services start. A cache that is there is used in either case. */
    public enum Starts {
        /** As they are. */
        PLAIN,
        /** From caches that are made first where there are none: worth it where services start many times. */
        CACHED
    }

    /**
     * Wanted ports; 0 is any. A port that is taken is replaced by a free one.
     *
     * @param http the API
     * @param tls the API over TLS
     * @param smtp where services leave mail
     * @param mail where it can be read over HTTP
     */
    public record WantedPorts(int http, int tls, int kafka, int postgres, int cloud, int smtp, int mail) {
        public static final WantedPorts USUAL = new WantedPorts(8080, 8443, 9092, 5432, 4566, 1025, 8025);
        public static final WantedPorts ANY = new WantedPorts(0, 0, 0, 0, 0, 0, 0);
    }
}
