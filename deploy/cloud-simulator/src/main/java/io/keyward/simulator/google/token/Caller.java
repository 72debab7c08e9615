package io.keyward.simulator.google.token;

import java.util.Optional;

/**
 * Who calls.
 *
 * @param member as policies name it
 * @param project that calls are counted for; empty for a person, whose calls are counted for the project that owns what is asked for
 */
public record Caller(String member, Optional<String> project) {

    /** Whoever comes with a token that Google never made: the customer's administrator. */
    public static final Caller ADMINISTRATOR = new Caller("user:admin@customer.example", Optional.empty());

    /** The address without the kind of member. */
    public String address() {
        return member.substring(member.indexOf(':') + 1);
    }
}
