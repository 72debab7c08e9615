package io.keyward.config.encryption.proof;

import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.verdict.KeyVerdict;
import io.keyward.config.verdict.KeyVerdicts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is believed of a project's keys: the last verdicts, made fresh first if one is bad and old. Never called with a session open. A key is
 * valid that is valid in every region that has a key use of its own.
 */
@ApplicationScoped
public class KeyValidity {
    private final KeyVerdicts verdicts;

    KeyValidity(KeyVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Whether the key is valid. */
    public Uni<Boolean> isValid(String groupId, ProjectKey key) {
        return valid(groupId, List.of(key)).map(valid -> valid.contains(key.id()));
    }

    /** The ids of those among the keys that are valid. */
    public Uni<Set<String>> valid(String groupId, List<ProjectKey> keys) {
        return verdicts(groupId, keys).map(known -> keys.stream()
                .filter(key -> !key.uses().isEmpty())
                .filter(key -> key.uses().stream().allMatch(use -> known.getOrDefault(use.keyUseId(), accepted(use))
                        .isValid()))
                .map(ProjectKey::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The verdict about each key use of those keys, by key use. */
    public Uni<Map<String, KeyVerdict>> verdicts(String groupId, List<ProjectKey> keys) {
        List<KeyVerdict> accepted = keys.stream()
                .flatMap(key -> key.uses().stream())
                .map(KeyValidity::accepted)
                .toList();
        return accepted.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : verdicts.current(groupId, accepted).map(all -> all.stream()
                        .collect(Collectors.toUnmodifiableMap(KeyVerdict::keyUseId, Function.identity())));
    }

    private static KeyVerdict accepted(KeyInUse use) {
        return new KeyVerdict(use.keyUseId(), use.acceptedValid() ? "VALID" : "UNCHECKED", use.acceptedAt());
    }
}
