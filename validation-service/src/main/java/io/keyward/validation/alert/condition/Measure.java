package io.keyward.validation.alert.condition;

/** What the threshold of an alert configuration counts. */
public enum Measure {
    /** How old something is. */
    AGE_IN_DAYS("GREATER_THAN", "DAYS", 36_500),
    /** How much time is left before something ends. */
    HOURS_LEFT("LESS_THAN", "HOURS", 8_784);

    private final String operator;
    private final String units;
    private final int most;

    Measure(String operator, String units, int most) {
        this.operator = operator;
        this.units = units;
        this.most = most;
    }

    /** As the API spells the comparison. */
    public String operator() {
        return operator;
    }

    /** As the API spells the unit. */
    public String units() {
        return units;
    }

    /** The largest threshold that makes sense. */
    public int most() {
        return most;
    }
}
