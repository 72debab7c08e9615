package io.keyward.endpoint.lifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What people are told about endpoints that went wrong. */
final class Words {
    private static final String AGAIN = " Delete the endpoint and create it again.";

    private Words() {}

    static String late(Duration limit, @Nullable String trouble) {
        var what = "The endpoint did not become available within " + inMinutes(limit) + ".";
        return trouble == null ? what + AGAIN : what + " The last attempt: " + trouble + AGAIN;
    }

    static String notMade(String why) {
        return why + AGAIN;
    }

    static String removedEarly(String ref) {
        return ref + " was removed in the cloud before it became available." + AGAIN;
    }

    static String removed(String ref) {
        return ref + " was removed in the cloud." + AGAIN;
    }

    static String refused(String ref, String reason) {
        return ref + " " + reason + AGAIN;
    }

    static String notReplacedYet(String message, String trouble) {
        return message + " It is not replaced yet: " + trouble;
    }

    private static String inMinutes(Duration limit) {
        return limit.toSeconds() % 60 == 0 ? limit.toMinutes() + " minutes" : limit.toSeconds() + " seconds";
    }
}
