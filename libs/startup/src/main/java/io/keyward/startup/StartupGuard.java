package io.keyward.startup;

import io.keyward.startup.rules.Allowance;
import io.keyward.startup.rules.InsecureConfig;
import io.keyward.startup.rules.Problem;
import io.keyward.startup.rules.SafetyRules;
import io.keyward.startup.rules.Schedules;
import io.keyward.startup.rules.Settings;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Says all that a packaged service does not start with, at once, and ends it. It is asked when the database is about to be migrated, which is before anything is
 * sent to anybody; and once more, for a service that migrates nothing, before everybody else who wants to know of the start.
 */
@Singleton
class StartupGuard implements FlywayConfigurationCustomizer {
    private static final Logger LOG = Logger.getLogger(StartupGuard.class);
    private static final int BEFORE_EVERYBODY = 1;

    private final StartupConfig startup;
    private final InsecureConfig insecure;
    private final Config config;
    private final Iterable<SettingsCheck> checks;
    private boolean looked;

    @Inject
    StartupGuard(StartupConfig startup, InsecureConfig insecure, Config config, @Any Instance<SettingsCheck> checks) {
        this(startup, insecure, config, (Iterable<SettingsCheck>) checks);
    }

    /** @param checks of the features */
    StartupGuard(StartupConfig startup, InsecureConfig insecure, Config config, Iterable<SettingsCheck> checks) {
        this.startup = startup;
        this.insecure = insecure;
        this.config = config;
        this.checks = checks;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        lookOnce();
    }

    void onStart(@Observes @Priority(BEFORE_EVERYBODY) StartupEvent start) {
        lookOnce();
    }

    private synchronized void lookOnce() {
        if (LaunchMode.current() == LaunchMode.NORMAL && !looked) {
            looked = true;
            look();
        }
    }

    /** Whether there is something to refuse, whoever runs it; a {@link ConfigurationException} ends the start, and is told without the places it came through. */
    void look() {
        Settings settings = StartupSettings.of(config);
        List<Problem> problems = problems(settings);
        Set<Allowance> given = Allowance.of(insecure);
        Predicate<Problem> isPermitted =
                problem -> problem.permit().filter(given::contains).isPresent();
        List<Problem> refused = problems.stream().filter(isPermitted.negate()).toList();
        if (!refused.isEmpty()) {
            throw new ConfigurationException(refusal(refused));
        }
        String permits = problems.stream()
                .flatMap(problem -> problem.permit().stream())
                .distinct()
                .map(Allowance::property)
                .collect(Collectors.joining(", "));
        if (!permits.isEmpty()) {
            LOG.warnf("Not for production: started with what is insecure, by %s", permits);
        }
    }

    /** What the features say of a property that something else is wrong with already is left out. */
    private List<Problem> problems(Settings settings) {
        List<Problem> general = Stream.concat(
                        SafetyRules.problems(settings, startup.required().orElse(Set.of())).stream(),
                        Schedules.problems(settings, startup.schedules().orElse(Set.of())))
                .toList();
        Set<String> told = general.stream().map(Problem::property).collect(Collectors.toSet());
        return Stream.concat(
                        general.stream(), Looks.problems(checks).filter(problem -> !told.contains(problem.property())))
                .toList();
    }

    private String refusal(List<Problem> refused) {
        String name = config.getOptionalValue("quarkus.application.name", String.class)
                .orElse("The service");
        return refused.stream()
                .map(Problem::text)
                .collect(Collectors.joining(
                        "\n",
                        "\n" + name + " does not start: " + refused.size()
                                + (refused.size() == 1 ? " setting is" : " settings are")
                                + " missing, insecure, unreadable or without sense.\n\n",
                        "\n\ndocs/operations/configuration.md has every setting.\n"));
    }
}
