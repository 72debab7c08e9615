package io.keyward.validation.hint.event;

/**
 * What became of a hint.
 *
 * @param accepted always true: what is not accepted is refused
 * @param checks how many of the project's keys are checked because of it
 * @param duplicate whether it came before, so that nothing was done
 */
public record HintReply(boolean accepted, int checks, boolean duplicate) {

    static HintReply of(int checks) {
        return new HintReply(true, checks, false);
    }

    static HintReply again() {
        return new HintReply(true, 0, true);
    }
}
