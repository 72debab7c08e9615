package io.keyward.endpoint.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Leave to record one endpoint. It counts until the project is closed with a higher stamp: a teardown that began meanwhile wins.
 *
 * @param stamp rises with every admission and every closing of the project, as config-service counts them; never 0
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Admission(long stamp) {

    public Admission {
        if (stamp <= 0) {
            throw new IllegalArgumentException("An admission without a stamp is none.");
        }
    }
}
