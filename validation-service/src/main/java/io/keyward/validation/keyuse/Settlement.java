package io.keyward.validation.keyuse;

import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.Probe;
import io.keyward.validation.keyuse.KeyUse.LastCheck;
import io.keyward.validation.verdict.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check changes in a key use.
 *
 * @param explanation why the verdict is what it is now
 * @param historyId the entry in the history that holds the evidence
 * @param freshProbe null to keep the one that is there
 * @param life what is known of the key's life now
 * @param rotationAsked whether this check asked when the key was renewed
 * @param revision of the key use's last event, raised if one is published with this
 */
public record Settlement(
        Standing standing,
        String explanation,
        LastCheck lastCheck,
        long historyId,
        @Nullable Probe freshProbe,
        @Nullable KeyLife life,
        boolean rotationAsked,
        long revision,
        Instant nextDue) {}
