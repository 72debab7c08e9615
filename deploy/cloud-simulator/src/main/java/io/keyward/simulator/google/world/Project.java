package io.keyward.simulator.google.world;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project, as far as it decides what calls come through.
 *
 * @param exhausted the quotas that are used up
 * @param perimeter who alone may call from outside and inside, as members of policies; null without a service perimeter
 */
public record Project(
        String id,
        String number,
        Standing standing,
        Set<Quota> exhausted,
        @Nullable List<String> perimeter) {

    /**
     * @param active false once it is deleted
     * @param billing whether somebody pays for it
     * @param cloudKms whether the Cloud KMS API is enabled
     */
    public record Standing(boolean active, boolean billing, boolean cloudKms) {

        public static final Standing GOOD = new Standing(true, true, true);
    }

    /** What calls of Cloud KMS are counted as. */
    public enum Quota {
        READ("Read requests", "read_requests"),
        WRITE("Write requests", "write_requests"),
        CRYPTO("Cryptographic requests", "crypto_requests");

        private final String title;
        private final String metric;

        Quota(String title, String metric) {
            this.title = title;
            this.metric = metric;
        }

        public String title() {
            return title;
        }

        public String metric() {
            return metric;
        }
    }

    /** One in which all is well. */
    public static Project sound(String id, String number) {
        return new Project(id, number, Standing.GOOD, Set.of(), null);
    }
}
