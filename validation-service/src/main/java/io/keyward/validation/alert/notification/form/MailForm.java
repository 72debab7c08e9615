package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail: plain text, short, with nothing secret in it.
 *
 * @param subject one line
 */
public record MailForm(String subject, String body) {
    private static final int LONGEST_SUBJECT = 255;

    /** What the mail says, to whomever it goes. */
    public static MailForm of(Notice notice) {
        var paragraphs = notice.endedAt() == null
                ? Stream.of(
                        Wording.period(notice),
                        facts(notice),
                        notice.explanation(),
                        Wording.clusters(notice, "  - "),
                        Wording.remedy(notice),
                        Optional.ofNullable(notice.next()).orElse(""))
                : Stream.of(
                        facts(notice), notice.explanation(), Wording.clusters(notice, "  - "), Wording.period(notice));
        var body = Wording.paragraphs(
                Stream.of(project(notice), Wording.paragraphs(paragraphs), Wording.reference(notice) + "\n"));
        return new MailForm(Wording.atMost(LONGEST_SUBJECT, Wording.headline(notice)), body);
    }

    private static String project(Notice notice) {
        return notice.ofProject()
                .map(project -> "Project: " + Wording.oneLine(project.name()) + " (" + project.id() + ")")
                .orElse("For whoever runs this installation of Keyward.");
    }

    private static String facts(Notice notice) {
        return Wording.facts(notice).stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }
}
