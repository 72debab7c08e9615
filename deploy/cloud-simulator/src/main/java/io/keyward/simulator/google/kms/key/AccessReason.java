package io.keyward.simulator.google.kms.key;

import io.keyward.simulator.google.world.Numbered;

/** Why a key may be used, as Key Access Justifications know it. */
public enum AccessReason implements Numbered {
    CUSTOMER_INITIATED_SUPPORT(1),
    GOOGLE_INITIATED_SERVICE(2),
    THIRD_PARTY_DATA_REQUEST(3),
    GOOGLE_INITIATED_REVIEW(4),
    /** The only one that calls from outside of Google have. */
    CUSTOMER_INITIATED_ACCESS(5),
    GOOGLE_INITIATED_SYSTEM_OPERATION(6),
    REASON_NOT_EXPECTED(7),
    MODIFIED_CUSTOMER_INITIATED_ACCESS(8),
    MODIFIED_GOOGLE_INITIATED_SYSTEM_OPERATION(9),
    GOOGLE_RESPONSE_TO_PRODUCTION_ALERT(10),
    CUSTOMER_AUTHORIZED_WORKFLOW_SERVICING(11);

    private final int number;

    AccessReason(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }
}
