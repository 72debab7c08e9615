package io.keyward.config.encryption.admitted;

import static io.keyward.config.Tenants.rows;

import io.keyward.config.Tenants;
import io.quarkus.arc.Arc;

/** Sweeps when a test wants one, and admissions of long ago. */
public final class AdmissionSweeps {
    private AdmissionSweeps() {}

    /** As the schedule does it. */
    public static void sweep() {
        Tenants.run(() -> Arc.container().instance(AdmissionSweep.class).get().sweep());
    }

    /** As if what was admitted in the project had been admitted on the day before. */
    public static void age(String groupId) {
        rows("update endpoint_admission set admitted_at = admitted_at - interval '1 day' where group_id = '" + groupId
                + "' returning region");
    }

    /** As if what was admitted in the project had come and gone. */
    public static void forget(String groupId) {
        rows("delete from endpoint_admission where group_id = '" + groupId + "' returning region");
    }
}
