package io.keyward.endpoint.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Leave to record one endpoint. It counts until the project is closed with a higher stamp: a teardown that began meanwhile wins.
 *
 * @param stamp rises with every admission and every closing of the project, as config-service counts them
 * @param key ARN of the project's key in the region of the endpoint
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Admission(long stamp, String key) {}
