package io.keyward.endpoint.lifecycle;

import java.time.Duration;

/**
 * How long we wait for what.
 *
 * @param creation from the request until it has to stand
 * @param visibility from asking the cloud to make it until not seeing it means something
 * @param loss between the first look that misses it and one that may confirm that
 * @param underWay between two looks while something is under way
 * @param atRest between two looks otherwise
 */
public record Patience(Duration creation, Duration visibility, Duration loss, Duration underWay, Duration atRest) {}
