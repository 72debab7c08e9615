package io.keyward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.testkit.migration.OldSchema;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Installations of before go on with what they hold, in schemas of their own. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class MigrationIT {
    private static final String ALERTS = """
            insert into project values ('on', 'o', 'Orders', 'ACTIVE', 1), ('off', 'o', 'Old', 'DELETED', 2);
            insert into alert_project values ('on', null), ('off', null);
            insert into alert_configuration
                (id, group_id, event_type_name, enabled, created_at, updated_at, threshold_days, matchers, notifications, revision)
            values ('rotation', 'on', 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', true, now(), now(), 60, '[]', '[]', 3);
            insert into alert
                (id, group_id, configuration_id, event_type_name, subject_kind, subject_id, subject_name, explanation, clusters, calls, since, status,
                 created_at, updated_at, recovering, revision)
            values ('a', 'on', 'rotation', 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION', 'KEY_USE', 'k', 'arn', 'It is old.', '[]', '[]',
                '2026-11-22T10:00:00.250Z', 'OPEN', now(), now(), false, 1);
            insert into mail (alert_id, group_id, occasion, subject, body, created_at, attempts, next_attempt_at, owners, addresses, delay_minutes)
            values ('a', 'on', 'OPENED', '[Keyward] Project Orders: a key is old', 'It is old, said the mail.', now(), 1, now(), true, '', 0),
                   ('a', 'on', 'OPENED', '[Keyward] Project Orders: a key is old', 'It is old, said the mail.', now(), 1, now(), false, 'ops@example.com', 15);
            insert into mail_delivery (mail_id, recipient, message_id, attempts, next_attempt_at)
            select id, 'owner@example.com', 'id-1', 1, now() from mail where owners
            """;
    private static final String HINTED = """
            insert into key_use
                (key_use_id, group_id, provider, key, region, role_arn, external_id, config_revision, verdict, explanation, since, suspect_checks,
                 definite_checks, revision, unanswered, next_due_at, home, private_networking, path, checked_at, hinted_at)
            select id, 'on', 'AWS', 'arn', 'us-east-1', 'role', 'x', 1, 'VALID', 'It is so.', now(), 0, 0, 1, 0, now(), true, false, 'PUBLIC', checked, hinted
            from (values ('looked-into', timestamptz '2026-11-22T10:00:01Z', timestamptz '2026-11-22T10:00:00Z'),
                         ('never', timestamptz '2026-11-22T10:00:00Z', null),
                         ('still-open', timestamptz '2026-11-22T10:00:00Z', timestamptz '2026-11-22T10:00:01Z'),
                         ('unchecked', null, timestamptz '2026-11-22T10:00:00Z')) as k(id, checked, hinted)
            """;

    @Rule({"N3", "N5"})
    @Test
    void mailsThatWaitKeepTheirWordsAndTheirRecipients() throws SQLException {
        try (var old = new OldSchema("2.10", ALERTS)) {
            old.migrate();

            assertThat(old.rows("""
                            select concat_ws(' ', alert_id, occasion, sequence, audience, channel_type, roles, addresses, reminders)
                            from notice order by delay_minutes"""))
                    .containsExactly(
                            "a OPENED 0 mail-0 EMAIL GROUP_OWNER  0", "a OPENED 0 mail-15 EMAIL  ops@example.com 0");
            assertThat(old.rows("select distinct content::jsonb ->> 'title' from notice"))
                    .containsExactly("a key is old");
            assertThat(old.rows("select distinct content::jsonb ->> 'since' from notice"))
                    .containsExactly("2026-11-22T10:00:00.250Z");
            assertThat(old.rows("select distinct content::jsonb ->> 'explanation' from notice"))
                    .containsExactly("It is old, said the mail.");
            assertThat(old.rows("select concat_ws(' ', n.audience, d.recipient, d.message_id) from notice_delivery d"
                            + " join notice n on n.id = d.notice_id"))
                    .containsExactly("mail-0 owner@example.com id-1");
        }
    }

    @Rule({"N4", "V9"})
    @Test
    void configurationsKeepTheirThresholdsAndProjectsThatThereAreAreWarnedOfKeysThatEnd() throws SQLException {
        try (var old = new OldSchema("2.11", ALERTS.substring(0, ALERTS.indexOf("insert into mail")))) {
            old.migrate();

            assertThat(old.rows("select threshold::text from alert_configuration where id = 'rotation'"))
                    .containsExactly("60");
            assertThat(old.rows("""
                            select concat_ws(' ', group_id, threshold, length(id), notifications::jsonb -> 0 ->> 'notifierId' = id, revision)
                            from alert_configuration where event_type_name = 'ENCRYPTION_AT_REST_KEY_EXPIRING'""")).containsExactly("on 168 24 t 0");
            assertThat(old.rows("select group_id from alert_project where look_at is not null"))
                    .containsExactly("on");
            assertThat(old.rows("select id from alert where deadline is null")).containsExactly("a");
        }
    }

    @Rule("V11")
    @Test
    void hintsThatWereLookedIntoAreForgottenAndTheOthersStay() throws SQLException {
        try (var old = new OldSchema("2.12", HINTED)) {
            old.migrate();

            assertThat(old.rows("select key_use_id from key_use where hinted_at is not null order by 1"))
                    .containsExactly("still-open", "unchecked");
            assertThat(old.rows("select key_use_id from key_use where set_aside_at is not null"))
                    .isEmpty();
            assertThat(old.rows("select count(*)::text from hint_source")).containsExactly("0");
        }
    }
}
