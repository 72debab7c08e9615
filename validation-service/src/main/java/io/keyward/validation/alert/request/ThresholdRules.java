package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.rules.AlertType;
import org.jspecify.annotations.Nullable;

/** From which value on a configuration wants to be told: an age in days, or nothing. */
final class ThresholdRules {
    private static final String OPERATOR = "GREATER_THAN";
    private static final String UNITS = "DAYS";
    private static final int LONGEST_DAYS = 36_500;

    private ThresholdRules() {}

    static @Nullable Integer days(@Nullable ThresholdRequest sent, AlertType type) {
        if (!type.hasThreshold()) {
            if (sent != null) {
                throw Refusal.of(ErrorCode.THRESHOLD_PRESENT, type.name());
            }
            return null;
        }
        if (sent == null) {
            throw Refusal.of(ErrorCode.MISSING_THRESHOLD, type.name());
        }
        if (!OPERATOR.equals(Demands.text("threshold.operator", sent.operator()))) {
            throw Refusal.of(ErrorCode.INVALID_OPERATOR_FOR_EVENT_TYPE, type.name(), OPERATOR);
        }
        if (!UNITS.equals(Demands.text("threshold.units", sent.units()))) {
            throw Refusal.of(ErrorCode.UNITS_MISMATCH, type.name(), UNITS);
        }
        var days = sent.threshold();
        if (days == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "threshold.threshold");
        }
        return Demands.within("threshold.threshold", days, 1, LONGEST_DAYS);
    }
}
