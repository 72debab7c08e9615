/**
 * Who shares what a provider allows: keys of one account in one region are a {@link io.keyward.validation.cadence.lane.Lane}.
 * {@link io.keyward.validation.cadence.lane.LaneRules} says how many checks a lane may have under way, by what its checks ended with. Pure.
 */
@NullMarked
package io.keyward.validation.cadence.lane;

import org.jspecify.annotations.NullMarked;
