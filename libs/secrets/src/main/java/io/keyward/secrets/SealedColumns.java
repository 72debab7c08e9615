package io.keyward.secrets;

import java.util.List;

/** Told by whoever keeps sealed things, so that they are found when a key of ours is to go. */
public interface SealedColumns {
    List<SealedColumn> sealedColumns();
}
