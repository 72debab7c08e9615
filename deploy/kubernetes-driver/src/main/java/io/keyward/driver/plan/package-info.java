/** What is to be done about a cluster: pure decisions, without Kubernetes, Kafka or a clock. */
@NullMarked
package io.keyward.driver.plan;

import org.jspecify.annotations.NullMarked;
