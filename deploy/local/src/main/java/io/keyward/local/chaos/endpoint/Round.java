package io.keyward.local.chaos.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What happens around one kill.
 *
 * @param acts those of one spot in their order
 * @param killAfter how long after the round began the service is killed
 */
record Round(Weather weather, List<Act> acts, Duration killAfter) {
    Round {
        acts = List.copyOf(acts);
    }

    /** For people: {@code ask ×2, vanish; cloud slow}. */
    String inWords() {
        Map<Act.Kind, Long> counts =
                acts.stream().collect(Collectors.groupingBy(Act::kind, TreeMap::new, Collectors.counting()));
        String what = counts.entrySet().stream()
                .map(count -> count.getKey().word() + (count.getValue() > 1 ? " ×" + count.getValue() : ""))
                .collect(Collectors.joining(", "));
        return weather == Weather.FAIR ? what : what + "; cloud: " + weather.word();
    }
}
