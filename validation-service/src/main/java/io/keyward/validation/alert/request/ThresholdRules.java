package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Measure;
import org.jspecify.annotations.Nullable;

/** From which value on a configuration wants to be told: an age in days, hours that are left, or nothing. */
final class ThresholdRules {
    private ThresholdRules() {}

    static @Nullable Integer read(@Nullable ThresholdRequest sent, AlertType type) {
        var measure = type.measure();
        if (measure == null) {
            if (sent != null) {
                throw Refusal.of(ErrorCode.THRESHOLD_PRESENT, type.name());
            }
            return null;
        }
        if (sent == null) {
            throw Refusal.of(ErrorCode.MISSING_THRESHOLD, type.name());
        }
        return read(sent, type, measure);
    }

    private static int read(ThresholdRequest sent, AlertType type, Measure measure) {
        if (!measure.operator().equals(Demands.text("threshold.operator", sent.operator()))) {
            throw Refusal.of(ErrorCode.INVALID_OPERATOR_FOR_EVENT_TYPE, type.name(), measure.operator());
        }
        if (!measure.units().equals(Demands.text("threshold.units", sent.units()))) {
            throw Refusal.of(ErrorCode.UNITS_MISMATCH, type.name(), measure.units());
        }
        var threshold = sent.threshold();
        if (threshold == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "threshold.threshold");
        }
        return Demands.within("threshold.threshold", threshold, 1, measure.most());
    }
}
