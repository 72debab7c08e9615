package io.keyward.config.project.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The switches of a project.
 *
 * @param changed those that are set otherwise than they are by default
 */
record ProjectSettings(Map<String, Boolean> changed) {
    private static final Map<String, Boolean> DEFAULTS = defaults();

    ProjectSettings {
        changed = Map.copyOf(changed);
    }

    /** All of them, as they are answered. */
    Map<String, Boolean> all() {
        Map<String, Boolean> all = new LinkedHashMap<>(DEFAULTS);
        all.putAll(changed);
        return Collections.unmodifiableMap(all);
    }

    /** What is not sent stays; what is set as it is by default is forgotten. */
    ProjectSettings merge(Map<String, Boolean> sent) {
        Map<String, Boolean> merged = new LinkedHashMap<>(changed);
        merged.putAll(sent);
        merged.entrySet().removeIf(setting -> setting.getValue().equals(DEFAULTS.get(setting.getKey())));
        return new ProjectSettings(merged);
    }

    /** In one sentence: what is set otherwise than it was. */
    String since(ProjectSettings before) {
        Map<String, Boolean> old = before.all();
        return all().entrySet().stream()
                .filter(setting -> !setting.getValue().equals(old.get(setting.getKey())))
                .map(setting -> setting.getKey() + " is " + setting.getValue())
                .collect(Collectors.joining(", ", "Settings were changed: ", "."));
    }

    private static Map<String, Boolean> defaults() {
        Map<String, Boolean> defaults = new LinkedHashMap<>();
        defaults.put("isCollectDatabaseSpecificsStatisticsEnabled", true);
        defaults.put("isDataExplorerEnabled", true);
        defaults.put("isDataExplorerGenAIFeaturesEnabled", true);
        defaults.put("isDataExplorerGenAISampleDocumentPassingEnabled", false);
        defaults.put("isExtendedStorageSizesEnabled", false);
        defaults.put("isPerformanceAdvisorEnabled", true);
        defaults.put("isRealtimePerformancePanelEnabled", true);
        defaults.put("isSchemaAdvisorEnabled", true);
        return Collections.unmodifiableMap(defaults);
    }
}
