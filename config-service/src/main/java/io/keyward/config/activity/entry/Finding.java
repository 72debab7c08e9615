package io.keyward.config.activity.entry;

import java.util.List;

/**
 * What an event adds to the log, unless the log has it already.
 *
 * @param entry what it adds
 * @param occurrences what it tells of. The first is what the entry is about: when the log knows of it, nothing is added. Otherwise it knows of all of
 *     them from then on. Empty where an event is logged by whoever makes it, which happens once
 */
public record Finding(ActivityEntry entry, List<String> occurrences) {

    /** An entry for what happens once. */
    static List<Finding> once(ActivityEntry entry) {
        return List.of(new Finding(entry, List.of()));
    }
}
