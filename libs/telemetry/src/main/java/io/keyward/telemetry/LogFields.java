package io.keyward.telemetry;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Gives lines of the log their fields: what the work at hand is about, and what is written in the message as {@code name=value} under one of the names of
 * {@link LogField}. It lets every line pass. What is written nowhere costs nothing.
 */
@LoggingFilter(name = "keyward-fields")
public final class LogFields implements Filter {
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\w.])([a-zA-Z]+)=([^\\s,;]+?)(?=[:,;.]?(?:\\s|$))");
    private static final String OURS = "io.keyward.";
    private static final List<LogField> OF_THE_WORK =
            List.of(LogField.REQUEST_ID, LogField.EVENT_ID, LogField.SUBJECT, LogField.GROUP_ID);

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line instanceof ExtLogRecord record) {
            OF_THE_WORK.forEach(field -> Work.about(field).ifPresent(value -> record.putMdc(field.text(), value)));
            Work.step().ifPresent(step -> record.putMdc(LogField.TRACE_ID.text(), step.traceId()));
            if (isOurs(record)) {
                takeWhatIsWritten(record);
            }
        }
        return true;
    }

    private static boolean isOurs(ExtLogRecord record) {
        String logger = record.getLoggerName();
        return logger != null && logger.startsWith(OURS);
    }

    private static void takeWhatIsWritten(ExtLogRecord record) {
        String message = record.getFormattedMessage();
        if (message != null && message.indexOf('=') >= 0) {
            Matcher written = WRITTEN.matcher(message);
            while (written.find()) {
                String value = written.group(2);
                LogField.of(written.group(1)).ifPresent(field -> record.putMdc(field.text(), value));
            }
        }
    }
}
