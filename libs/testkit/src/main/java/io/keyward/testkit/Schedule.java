package io.keyward.testkit;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is done again and again, as often as a setting says. */
final class Schedule {
    static final String ANNOTATION = "io.quarkus.scheduler.Scheduled";
    private static final String KNOWN = "keyward.startup.schedules";
    private static final Pattern SETTING = Pattern.compile("\\{([^}]+)}");

    private Schedule() {}

    /** Whether the service looks at the setting before it starts, according to a resource. */
    static ArchCondition<JavaMethod> beAmongThoseOf(String resource) {
        Set<String> known = known(resource);
        return new ArchCondition<>("be among " + KNOWN) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Object every =
                        method.getAnnotationOfType(ANNOTATION).get("every").orElse("");
                Matcher setting = SETTING.matcher(every.toString());
                if (setting.matches()) {
                    String name = setting.group(1);
                    events.add(new SimpleConditionEvent(
                            method, known.contains(name), method.getFullName() + " is done every " + name));
                }
            }
        };
    }

    private static Set<String> known(String resource) {
        Set<String> known = new HashSet<>();
        try {
            for (URL url : Collections.list(Schedule.class.getClassLoader().getResources(resource))) {
                Properties properties = new Properties();
                try (InputStream in = url.openStream()) {
                    properties.load(in);
                }
                known.addAll(Arrays.asList(properties.getProperty(KNOWN, "").split(",")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
