package io.keyward.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

    /** @throws IllegalStateException on a path that needs no credentials, and outside of a request */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("Nobody has authenticated for this request.");
        }
        return caller;
    }

    void set(Caller authenticated) {
        this.caller = authenticated;
    }
}
