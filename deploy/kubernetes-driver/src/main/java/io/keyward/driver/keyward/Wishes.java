package io.keyward.driver.keyward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.driver.plan.Wish;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The last word about each cluster, whatever order the words arrive in. */
public final class Wishes {
    private static final System.Logger LOG = System.getLogger(Wishes.class.getName());

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Map<String, Wish> last = new ConcurrentHashMap<>();

    /** Takes in an event as it stands on the topic; what is none, or newer than this program, is passed over and said. */
    public void take(@Nullable String value) {
        if (value == null) {
            return;
        }
        try {
            Wish.of(json.readValue(value, EnforcementEvent.class))
                    .ifPresentOrElse(
                            this::take,
                            () -> LOG.log(System.Logger.Level.WARNING, "an event of a newer Keyward was passed over"));
        } catch (JsonProcessingException e) {
            LOG.log(System.Logger.Level.ERROR, "a message that is no event was passed over");
        }
    }

    /** An older word changes nothing. */
    public void take(Wish wish) {
        last.merge(wish.clusterId(), wish, (known, told) -> told.revision() > known.revision() ? told : known);
    }

    /** What is wanted now. */
    public Collection<Wish> all() {
        return List.copyOf(last.values());
    }
}
