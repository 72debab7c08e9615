package io.keyward.config.encryption.store;

import io.keyward.atlas.region.Cloud;
import io.keyward.messaging.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Numbers the admissions and closings of private endpoints of each provider, whichever comes first having the lower one. */
@ApplicationScoped
class AdmissionStamps {
    private final EncryptionColumns columns;
    private final Revisions revisions;

    AdmissionStamps(EncryptionColumns columns, Revisions revisions) {
        this.columns = columns;
        this.revisions = revisions;
    }

    /** The next one of that provider, written to the row. */
    long next(EncryptionEntity row, Cloud provider) {
        Map<Cloud, Long> stamps = new EnumMap<>(Cloud.class);
        stamps.putAll(columns.stamps(row));
        long next = revisions.next(stamps.getOrDefault(provider, 0L));
        stamps.put(provider, next);
        columns.write(stamps, row);
        return next;
    }
}
