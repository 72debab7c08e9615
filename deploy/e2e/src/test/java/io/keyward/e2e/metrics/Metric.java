package io.keyward.e2e.metrics;

import java.util.Set;

/**
 * A metric as Prometheus sees it.
 *
 * @param name as after {@code # TYPE}
 * @param type {@code gauge}, {@code counter} or {@code summary}
 * @param labels without those of the type, such as {@code quantile}
 */
record Metric(String name, String type, Set<String> labels) {}
