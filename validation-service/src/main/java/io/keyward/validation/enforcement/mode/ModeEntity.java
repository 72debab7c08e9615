package io.keyward.validation.enforcement.mode;

import io.keyward.validation.enforcement.plan.Mode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What was set for a project; without a mode it follows the installation. Changed under the project's lock. */
@Entity
@Table(name = "enforcement_mode")
class ModeEntity {
    @Id
    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    @Nullable
    Mode mode;

    long revision;

    static ModeEntity unset(String groupId) {
        var row = new ModeEntity();
        row.groupId = groupId;
        return row;
    }
}
