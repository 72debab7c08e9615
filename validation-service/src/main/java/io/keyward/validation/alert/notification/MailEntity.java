package io.keyward.validation.alert.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code mail}, as it is first written. Everything later is done in SQL. */
@Entity
@Table(name = "mail")
class MailEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "alert_id")
    String alertId;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    String subject;

    @Column(columnDefinition = "text")
    String body;

    /** Whether the project's owners get it, whoever they are when it is sent. */
    boolean owners;

    /** Who else gets it, one address on each line. */
    @Column(columnDefinition = "text")
    String addresses;

    @Column(name = "delay_minutes")
    int delayMinutes;

    @Column(name = "created_at")
    Instant createdAt;

    int attempts;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;
}
