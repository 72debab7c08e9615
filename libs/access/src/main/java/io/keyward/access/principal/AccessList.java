package io.keyward.access.principal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where a credential may be used. Without blocks, from anywhere, unless the organisation insists on a list.
 *
 * @param blocks the addresses that may
 * @param required whether the organisation insists that there is a list
 */
public record AccessList(List<AddressBlock> blocks, boolean required) {
    /** From anywhere. */
    public static final AccessList NONE = new AccessList(List.of(), false);

    /** What the list says of one address. */
    public enum Standing {
        ALLOWED,
        /** There is a list, and the address is not on it. */
        OUTSIDE,
        /** The organisation insists on a list, and there is none. */
        MISSING
    }

    public AccessList {
        blocks = List.copyOf(blocks);
    }

    /** @param address as the connection or a trusted proxy tells it; null stands for an unknown one, which is on no list */
    public Standing standingOf(@Nullable String address) {
        if (blocks.isEmpty()) {
            return required ? Standing.MISSING : Standing.ALLOWED;
        }
        boolean listed = address != null && blocks.stream().anyMatch(block -> block.contains(address));
        return listed ? Standing.ALLOWED : Standing.OUTSIDE;
    }
}
