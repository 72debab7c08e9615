package io.keyward.validation.operator;

/** What operators are told of the installation itself. The names are part of the API and are never renamed. */
public enum OperatorAlertType {
    /** Too many keys became suspect at once, so that no key is condemned before somebody looked. */
    GUARD_HOLDING(Severity.CRITICAL),
    /** The canary role of our own cannot be assumed: what customers' clouds deny may be our fault. */
    OUR_CREDENTIALS(Severity.CRITICAL),
    /** A provider answered with something that no rule knows; such answers settle nothing. */
    UNKNOWN_PROVIDER_ANSWER(Severity.WARNING),
    /** Key uses cannot be read as they are stored, and are not checked: nobody would notice that their keys are taken away. */
    UNREADABLE_KEY_USES(Severity.CRITICAL);

    private final Severity severity;

    OperatorAlertType(Severity severity) {
        this.severity = severity;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** How bad something is. */
    public enum Severity {
        WARNING,
        CRITICAL
    }
}
