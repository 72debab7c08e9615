package io.keyward.validation.enforcement.mode;

import io.keyward.validation.enforcement.plan.Mode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was set for a project; what was not, follows the installation. Changed under the project's lock. */
@Entity
@Table(name = "enforcement_mode")
class ModeEntity {
    @Id
    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    @Nullable
    Mode mode;

    @Column(name = "check_interval_seconds")
    @Nullable
    Integer checkIntervalSeconds;

    long revision;

    /** How often the keys of the project are checked, if that was set. */
    Optional<Duration> checkInterval() {
        return Optional.ofNullable(checkIntervalSeconds).map(Duration::ofSeconds);
    }

    static ModeEntity unset(String groupId) {
        var row = new ModeEntity();
        row.groupId = groupId;
        return row;
    }
}
