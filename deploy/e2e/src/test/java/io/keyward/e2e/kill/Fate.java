package io.keyward.e2e.kill;

/** What becomes of a request whose service is killed, or of what the cloud did. */
public enum Fate {
    /** It is as if it had never been asked; it can be asked again. */
    UNDONE,
    /** It goes on by itself, although nobody may have been told that it was taken. */
    KEPT
}
