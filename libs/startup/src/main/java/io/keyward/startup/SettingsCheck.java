package io.keyward.startup;

import java.util.stream.Stream;

/**
 * What a feature has to say of its own settings before a packaged service starts: what fits together, and what only the feature can read. Every bean of this type is
 * asked when the other settings are looked at, and everything that is wrong is told at once. Made of configuration alone, for nothing else is there yet.
 */
public interface SettingsCheck {

    /**
     * Looks that know nothing of each other. One that dislikes something fails with an {@link IllegalArgumentException} or {@link IllegalStateException}; each line of
     * its message begins with the property, says what is wrong and what is allowed, and never a value that may be secret.
     */
    Stream<Runnable> looks();
}
