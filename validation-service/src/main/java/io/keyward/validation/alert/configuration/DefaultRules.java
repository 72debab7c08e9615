package io.keyward.validation.alert.configuration;

import io.keyward.atlas.ObjectIds;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.condition.AlertType;
import java.util.List;

/** The configurations that nobody asked for: those of a new project, and one for each provider whose keys it begins to use. */
public final class DefaultRules {
    private static final int HOURLY = 60;
    private static final int DAILY = 1440;
    private static final int ROTATION_DAYS = 90;
    private static final int WEEK_IN_HOURS = 168;

    private DefaultRules() {}

    /** What every new project has: its owners get a mail where they can do something about it. */
    public static List<AlertConfiguration.Content> ofProject() {
        return AlertType.defaults().stream().map(DefaultRules::of).toList();
    }

    /** What a project has from the day on which it enables its own keys with a provider, beside what it has from its beginning. */
    public static List<AlertConfiguration.Content> ofProvider(String provider) {
        var invalid = AlertType.invalid(provider);
        var rotation = new AlertConfiguration.Content(
                AlertType.needsRotation(provider), true, null, ROTATION_DAYS, List.of(), List.of(toOwners(HOURLY)));
        return AlertType.defaults().contains(invalid) ? List.of(rotation) : List.of(of(invalid), rotation);
    }

    private static AlertConfiguration.Content of(AlertType type) {
        return type == AlertType.ENCRYPTION_AT_REST_KEY_EXPIRING
                ? new AlertConfiguration.Content(type, true, null, WEEK_IN_HOURS, List.of(), List.of(toOwners(DAILY)))
                : new AlertConfiguration.Content(
                        type,
                        true,
                        null,
                        null,
                        List.of(),
                        type.isForOperators() ? List.of() : List.of(toOwners(HOURLY)));
    }

    private static Notification toOwners(int intervalMin) {
        return new Notification(
                ObjectIds.next(), 0, intervalMin, null, new Channel.Group(true, false, List.of("GROUP_OWNER")));
    }
}
