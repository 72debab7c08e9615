package io.keyward.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * A user to be made, with an access key of its own.
 *
 * @param account twelve digits; an account is there as soon as somebody is in it
 * @param policy the user's identity-based policy, as a JSON object
 */
record NewUser(String account, String name, JsonNode policy) {

    NewUser {
        Objects.requireNonNull(account, "account is missing");
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(policy, "policy is missing");
    }
}
