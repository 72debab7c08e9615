package io.keyward.e2e.settings;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param property with {@code <name>} for what is free
 * @param type as a person would write it
 * @param fallback what holds when it is not set: empty where it has to be or may stay away
 * @param meaning from its Javadoc, in Markdown; empty when there is none
 */
record Setting(String property, String type, String fallback, String meaning) {

    /** As an environment variable, for example {@code KEYWARD_CHECK_INTERVAL}. */
    String variable() {
        return property.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }

    /** The same, of a group that may stay away as a whole. */
    Setting inAGroup() {
        return fallback.equals("required") ? new Setting(property, type, "required with the others", meaning) : this;
    }

    /** Of two interfaces that declare the same one, what the more explicit says. */
    Setting clearer(Setting other) {
        return other.meaning.length() > meaning.length() ? other : this;
    }
}
