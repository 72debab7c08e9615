package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ClusterRequest.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many words a tenant can say about a cluster, and how long they may be. */
final class LabelRules {
    private static final int MAX_LABELS = 50;
    private static final int MAX_LENGTH = 255;

    private LabelRules() {}

    /**
     * What is wrong with a list of labels, if anything: keys and values have 1 to 255 characters, and no key is there twice.
     *
     * @param path of the list in the request
     */
    static Optional<ClusterError> check(String path, List<Label> labels) {
        if (labels.size() > MAX_LABELS) {
            return Optional.of(new ClusterError.LabelInvalid(path, "at most " + MAX_LABELS));
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            String at = path + "[" + i + "]";
            if (isOutOfBounds(label.key())) {
                return tooLong(at + ".key");
            }
            if (isOutOfBounds(label.value())) {
                return tooLong(at + ".value");
            }
            if (!keys.add(String.valueOf(label.key()))) {
                return Optional.of(new ClusterError.LabelInvalid(at + ".key", "each key once"));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutOfBounds(@Nullable String text) {
        return text == null || text.isEmpty() || text.length() > MAX_LENGTH;
    }

    private static Optional<ClusterError> tooLong(String path) {
        return Optional.of(new ClusterError.LabelInvalid(path, "1 to " + MAX_LENGTH + " characters"));
    }
}
