package io.keyward.simulator.hosts;

import io.keyward.simulator.call.Footprint;

/** A service that answers at hosts of its own, such as Key Vault at {@code *.vault.azure.net}. Used by one thread. */
public interface HostedService {

    /** As disturbances, the log and call counts name it. */
    String name();

    /** Whether it answers at a host of this name now. At a name that nobody answers at, connections are closed, as if there were no such host. */
    boolean answersAt(String host);

    /** Whether there is a private endpoint of this name that is open and leads to this host, at which the service answers. */
    default boolean reachedThrough(String endpoint, String host) {
        return false;
    }

    /** What a request is about, as far as it can be told before anything is verified. Never fails. */
    Subject subjectOf(HostCall call);

    /**
     * Carries a request out. Refusals are replies; what is thrown is a bug.
     *
     * @param footprint takes what becomes known of the caller and the resource, for the log
     */
    HostReply serve(HostCall call, Footprint footprint);

    /** The reply to a request that it did not carry out, or says so, for no reason of the caller's. */
    HostReply trouble(HostCall call, Trouble trouble);
}
