package io.keyward.endpoint.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Leave to record one endpoint. It counts until the project is closed with a higher stamp: a teardown that began meanwhile wins.
 *
 * @param stamp rises with every admission and every closing of the project, as config-service counts them; never 0
 * @param service what the endpoint is to lead to, in the cloud's own words; null where the cloud needs to be told nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Admission(long stamp, @Nullable String service) {

    public Admission {
        if (stamp <= 0) {
            throw new IllegalArgumentException("An admission without a stamp is none.");
        }
    }
}
