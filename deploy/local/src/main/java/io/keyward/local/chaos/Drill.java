package io.keyward.local.chaos;

import io.keyward.local.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What goes on while a service is killed, and what has to be true when it is over. What a drill does follows from its seed; what comes of it does not. */
public interface Drill {

    /** The service that is killed. */
    Service victim();

    /** Where it all happens, in words. */
    String describe();

    /**
     * Begins what happens around a kill, and does not wait for it.
     *
     * @param number of the kill, from 1
     */
    Strike begin(int number);

    /** What the kill left half done, in words. Asked while the service is dead. */
    String leftBehind();

    /** Lets everything come to rest, and answers what is wrong then, a sentence each; nothing when all is well. */
    List<String> conclude();

    /** Sums up what the kills met, in words. */
    String sum();

    /**
     * What happens around one kill.
     *
     * @param killAfter how long after the beginning the kill comes
     * @param what in words
     * @param done once everything is answered, which may need the service to be there again
     */
    record Strike(Duration killAfter, String what, CompletableFuture<Void> done) {}
}
