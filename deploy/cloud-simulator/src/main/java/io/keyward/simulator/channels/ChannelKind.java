package io.keyward.simulator.channels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services, by the last segment of their addresses: {@code pager-duty}. */
enum ChannelKind {
    SLACK,
    TEAMS,
    PAGER_DUTY,
    OPS_GENIE,
    DATADOG,
    VICTOR_OPS,
    WEBHOOK;

    static Optional<ChannelKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
