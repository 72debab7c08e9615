/**
 * The services by which people are told: Slack, Microsoft Teams, PagerDuty, Opsgenie, Datadog, VictorOps, and somebody's own webhook. Each checks what the
 * real one checks and answers as that does, remembers what it got, and fails as it is told to.
 */
@NullMarked
package io.keyward.simulator.channels;

import org.jspecify.annotations.NullMarked;
