package io.keyward.validation.alert.channel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of notification, by their {@code typeName} in the API. */
public enum ChannelType {
    DATADOG,
    EMAIL,
    GROUP,
    HIP_CHAT,
    MICROSOFT_TEAMS,
    OPS_GENIE,
    ORG,
    PAGER_DUTY,
    SLACK,
    SMS,
    TEAM,
    USER,
    VICTOR_OPS,
    WEBHOOK;

    private static final Set<ChannelType> REMINDING = EnumSet.of(OPS_GENIE, PAGER_DUTY, VICTOR_OPS);

    /** The kind of that name. */
    public static Optional<ChannelType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** All names, for people. */
    public static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Whether the service behind it reminds people by itself, so that no interval is kept. */
    public boolean reminds() {
        return REMINDING.contains(this);
    }
}
