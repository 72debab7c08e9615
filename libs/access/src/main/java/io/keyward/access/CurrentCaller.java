package io.keyward.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request under way. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;
    private @Nullable String groupId;

    /** @throws IllegalStateException on a path that needs no credentials, and outside of a request */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("Nobody has authenticated for this request.");
        }
        return caller;
    }

    /** The caller; empty on a path that needs no credentials. */
    public Optional<Caller> find() {
        return Optional.ofNullable(caller);
    }

    /** The project that the path is about, which the caller can see. */
    public Optional<String> groupId() {
        return Optional.ofNullable(groupId);
    }

    /** For the gate alone: who proved to be calling, and about which project. */
    public void admit(Caller authenticated, @Nullable String project) {
        this.caller = authenticated;
        this.groupId = project;
    }
}
