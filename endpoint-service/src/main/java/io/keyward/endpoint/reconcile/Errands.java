package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Command;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What may still be asked for in one look, and how it went so far. A cloud that asks for patience is not asked for anything else in this look, and whoever
 * admits replacements likewise. Safe to use from several threads.
 */
final class Errands {
    private final AtomicInteger left;
    private final AtomicReference<@Nullable String> trouble;
    private volatile boolean withoutAdmissions;
    private volatile boolean unfinished;
    private volatile boolean leftOver;
    private volatile boolean progressed;

    /**
     * @param most commands in this look
     * @param trouble that the look itself met; null when all went well
     */
    Errands(int most, @Nullable String trouble) {
        this.left = new AtomicInteger(most);
        this.trouble = new AtomicReference<>(trouble);
    }

    /** Whether this may be asked for now. If not, it is left for another look. */
    boolean take(Command command) {
        if (trouble.get() != null || (withoutAdmissions && command instanceof Command.Replace)) {
            unfinished = true;
            return false;
        }
        boolean granted = left.getAndDecrement() > 0;
        leftOver |= !granted;
        return granted;
    }

    void answered(Command command, Answer answer) {
        if (answer instanceof Answer.TryLater later) {
            unfinished = true;
            putOff(command, later.message());
        }
        if (answer instanceof Answer.Accepted || answer instanceof Answer.Admitted) {
            progressed = true;
        }
    }

    private void putOff(Command command, String why) {
        if (command instanceof Command.Replace) {
            withoutAdmissions = true;
        } else {
            trouble.compareAndSet(null, why);
        }
    }

    /** Something that was decided is not recorded. */
    void notRecorded() {
        unfinished = true;
    }

    /** For an operator: what the cloud said last when it asked for patience; null when it did not. */
    @Nullable
    String trouble() {
        return trouble.get();
    }

    /** Whether there is more to ask for than one look may, and asking is of use: what is refused over and over waits for its turn. */
    boolean isMoreOfUse() {
        return leftOver && progressed;
    }

    /** Whether all that was decided is recorded, so that the same look again would lead to nothing. */
    boolean isDone() {
        return trouble.get() == null && !unfinished && !leftOver;
    }
}
