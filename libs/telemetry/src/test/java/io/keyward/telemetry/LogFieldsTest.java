package io.keyward.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/** What is written in a message under a known name is a field of the line as well. */
class LogFieldsTest {

    @Test
    void takesWhatIsWrittenUnderAKnownName() {
        assertThat(fieldsOf("io.keyward.validation.Some", "groupId=66f2 it was 5 of 7: place=AWS/us-east-1."))
                .containsExactlyInAnyOrderEntriesOf(Map.of("groupId", "66f2", "place", "AWS/us-east-1"));
        assertThat(fieldsOf("io.keyward.messaging.Some", "skipped: topic=keyward.keys partition=3 offset=12: why not"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("topic", "keyward.keys", "partition", "3", "offset", "12"));
    }

    @Test
    void leavesOtherNamesAndOtherLoggersAlone() {
        assertThat(fieldsOf("io.keyward.validation.Some", "password=x my.groupId=7 groupId= =y"))
                .isEmpty();
        assertThat(fieldsOf("org.hibernate.Some", "groupId=66f2")).isEmpty();
    }

    private static Map<String, String> fieldsOf(String logger, String message) {
        var line = new ExtLogRecord(Level.INFO, message, LogFieldsTest.class.getName());
        line.setLoggerName(logger);
        assertThat(new LogFields().isLoggable(line)).isTrue();
        return line.getMdcCopy();
    }
}
