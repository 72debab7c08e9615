package io.keyward.config.cluster.plan;

import io.keyward.config.cluster.spec.ClusterSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a cluster and is not done yet.
 *
 * <pre>
 *  created ──► NEW ────────────┐
 *  spec, key on/off ──► CHANGE ┼── the driver carried out what was asked ──► no plan
 *  key changed ──► REWRAP ─────┤
 *  resumed ──► RESUME ─────────┘
 *
 *  NEW    ── nodes not let in for too long ──► the cluster is taken down
 *  CHANGE ── nodes not let in for too long ──► UNDO ── carried out ──► no plan
 * </pre>
 *
 * @param askedAt when it was last asked for something
 * @param former what the cluster was before; present if and only if it is a CHANGE
 */
public record Plan(Kind kind, Instant askedAt, @Nullable ClusterSpec former) {

    public Plan {
        if ((kind == Kind.CHANGE) != (former != null)) {
            throw new IllegalArgumentException("a change, and nothing else, knows what was before");
        }
    }

    /** Why something was asked. */
    public enum Kind {
        /** The cluster is to be brought up for the first time. */
        NEW,
        /** Nodes, settings or the customer key's use are to become others. */
        CHANGE,
        /** The project changed its key. */
        REWRAP,
        /** A person resumed it. */
        RESUME,
        /** A change was given up; never given up itself. */
        UNDO
    }
}
