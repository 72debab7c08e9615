package io.keyward.local.chaos.validation;

import io.keyward.local.chaos.validation.audit.NoticeRules.Arrived;
import io.keyward.local.chaos.validation.audit.NoticeRules.Occasion;
import io.keyward.local.chaos.validation.audit.NoticeRules.Way;
import io.keyward.local.chaos.validation.world.Recipient;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What mails and webhooks say of themselves: which alert they are about, and on which occasion. */
final class Arrivals {
    private Arrivals() {}

    /** @param triedAgain ids of what its sender has tried more than once, because an attempt seemed to fail */
    static List<Arrived> of(Recipient recipient, Set<String> triedAgain) {
        return Stream.concat(
                        recipient.letters().stream().map(letter -> mailed(letter, triedAgain)),
                        recipient.hooks().stream().map(hook -> called(hook, triedAgain)))
                .toList();
    }

    /** Webhooks whose signature is not ours, a sentence each. */
    static List<String> forged(Recipient recipient) {
        return recipient.hooks().stream()
                .filter(hook -> !hook.signed())
                .map(hook -> "a webhook is not signed as it should be: " + hook.id())
                .toList();
    }

    /** Message-IDs begin with both: {@code <alert.opened.recipient@domain>}. */
    private static Arrived mailed(Recipient.Letter letter, Set<String> triedAgain) {
        String[] parts = letter.id().substring(1).split("\\.", 3);
        return new Arrived(
                Way.MAIL,
                parts[0],
                Occasion.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                letter.id(),
                letter.at(),
                triedAgain.contains(letter.id()));
    }

    private static Arrived called(Recipient.Hook hook, Set<String> triedAgain) {
        boolean over = !hook.body().path("status").asText().equals("OPEN");
        return new Arrived(
                Way.WEBHOOK,
                hook.body().path("id").asText(),
                over ? Occasion.RECOVERED : Occasion.OPENED,
                hook.id(),
                hook.at(),
                hook.late() || triedAgain.contains(hook.id()));
    }
}
