package io.keyward.endpoint.lifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What people are told about endpoints that went wrong: what happened, what becomes of it by itself, and what is left for them to do. */
final class Words {
    private static final String AGAIN = " Delete the endpoint and create it again.";

    private Words() {}

    /** Nothing of it was ever seen. Heals by itself. */
    static String late(Patience patience, @Nullable String trouble) {
        var what = "The endpoint did not become available within " + told(patience.creation()) + ".";
        return (trouble == null ? what : what + " The last attempt: " + sentence(trouble)) + asksAgain(patience);
    }

    /** The cloud has begun, and does not get any further, or could not be asked how far it is. */
    static String slow(Patience patience, String ref, @Nullable String trouble) {
        var what = ref + " did not become available within " + told(patience.creation()) + ".";
        return (trouble == null ? what : what + " The last look: " + sentence(trouble))
                + " The endpoint becomes ACTIVE if it does after all. If you do not want to wait, delete the endpoint and create it again.";
    }

    /** The cloud was asked, and said no. Heals by itself. */
    static String notMade(Patience patience, String why) {
        return sentence(why) + asksAgain(patience);
    }

    /** It failed, was asked for again, and is on its way now. */
    static String madeAtLast(Patience patience, String ref) {
        return ref
                + " is being made, after earlier attempts failed; the endpoint becomes ACTIVE by itself. If it does not within "
                + told(patience.creation()) + ", delete the endpoint and create it again.";
    }

    /** What happened to one that the cloud has no more, or not for long. */
    static String removed(String ref) {
        return ref + " was removed in the cloud.";
    }

    /** What happened to one that does not work, nor will it. */
    static String refused(String ref, String reason) {
        return sentence(ref + " " + reason);
    }

    /** Nobody could use it yet, so that there is nothing to replace. */
    static String neverUsable(String what) {
        return what + " The endpoint never became ACTIVE, and is not replaced by itself." + AGAIN;
    }

    /** It could be used, or was to replace one that could. */
    static String replaced(String what) {
        return what + " Another endpoint takes its place by itself; approve that one where the cloud asks for approval."
                + " If you do not want any, delete this endpoint: what replaces it goes, too.";
    }

    static String replacedTooOften(String what, int replacementsPerDay) {
        return what + " Within 24 hours endpoints were replaced here as often as is allowed (" + replacementsPerDay
                + "), so this one is not replaced by itself. Find out who removes or rejects them, then delete the endpoint and create"
                + " it again.";
    }

    static String lost(String ref) {
        return ref + " was removed or rejected in the cloud.";
    }

    static String notReplacedYet(String message, String trouble) {
        return message + " It is not replaced yet: " + sentence(trouble) + " We try again by ourselves.";
    }

    private static String asksAgain(Patience patience) {
        return " We ask for it again every " + told(patience.retry())
                + ", and the endpoint becomes ACTIVE by itself once the cause is gone.";
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private static String told(Duration wait) {
        if (wait.toSeconds() % 60 != 0) {
            return wait.toSeconds() + " seconds";
        }
        return wait.toMinutes() == 1 ? "1 minute" : wait.toMinutes() + " minutes";
    }
}
