package io.keyward.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest mails, in the order of their arrival. */
final class Mails {
    private final int kept;
    private final Deque<Mail> latest = new ArrayDeque<>();

    Mails(int kept) {
        this.kept = kept;
    }

    synchronized void add(Mail mail) {
        if (latest.size() == kept) {
            latest.removeFirst();
        }
        latest.addLast(mail);
    }

    /** The newest last. */
    synchronized List<Mail> all() {
        return List.copyOf(latest);
    }

    /** What was delivered to {@code address}, in whatever case it is written; the newest last. */
    List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }
}
