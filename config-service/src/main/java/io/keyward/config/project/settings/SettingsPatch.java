package io.keyward.config.project.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Body of PATCH: the switches that are to be set. */
record SettingsPatch(
        @Nullable Boolean isCollectDatabaseSpecificsStatisticsEnabled,
        @Nullable Boolean isDataExplorerEnabled,
        @Nullable Boolean isDataExplorerGenAIFeaturesEnabled,
        @Nullable Boolean isDataExplorerGenAISampleDocumentPassingEnabled,
        @Nullable Boolean isExtendedStorageSizesEnabled,
        @Nullable Boolean isPerformanceAdvisorEnabled,
        @Nullable Boolean isRealtimePerformancePanelEnabled,
        @Nullable Boolean isSchemaAdvisorEnabled) {

    /** What was sent, by its name; null counts as not sent. */
    Map<String, Boolean> sent() {
        Map<String, Boolean> sent = new LinkedHashMap<>();
        put(sent, "isCollectDatabaseSpecificsStatisticsEnabled", isCollectDatabaseSpecificsStatisticsEnabled);
        put(sent, "isDataExplorerEnabled", isDataExplorerEnabled);
        put(sent, "isDataExplorerGenAIFeaturesEnabled", isDataExplorerGenAIFeaturesEnabled);
        put(sent, "isDataExplorerGenAISampleDocumentPassingEnabled", isDataExplorerGenAISampleDocumentPassingEnabled);
        put(sent, "isExtendedStorageSizesEnabled", isExtendedStorageSizesEnabled);
        put(sent, "isPerformanceAdvisorEnabled", isPerformanceAdvisorEnabled);
        put(sent, "isRealtimePerformancePanelEnabled", isRealtimePerformancePanelEnabled);
        put(sent, "isSchemaAdvisorEnabled", isSchemaAdvisorEnabled);
        return Collections.unmodifiableMap(sent);
    }

    private static void put(Map<String, Boolean> sent, String name, @Nullable Boolean value) {
        if (value != null) {
            sent.put(name, value);
        }
    }
}
