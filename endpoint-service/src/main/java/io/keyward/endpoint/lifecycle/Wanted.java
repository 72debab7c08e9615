package io.keyward.endpoint.lifecycle;

/** What the project asks for. Goes from {@link #PRESENT} to {@link #ABSENT} once, and never back. */
public enum Wanted {
    PRESENT,
    ABSENT
}
