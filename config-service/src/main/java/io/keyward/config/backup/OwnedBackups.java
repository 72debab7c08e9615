package io.keyward.config.backup;

import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Owned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Snapshots and restores of them: a driver follows them, and nobody else. They are compared, not restated. */
@ApplicationScoped
class OwnedBackups implements Owned {
    @Override
    public String topic() {
        return Topics.BACKUPS;
    }

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("snapshot", "id"), new Rows("restore_job", "id"));
    }
}
