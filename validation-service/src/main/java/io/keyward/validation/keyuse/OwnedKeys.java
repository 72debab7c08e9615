package io.keyward.validation.keyuse;

import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Owned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keys are told of anew by the first answer that each gives: to be compared, not restated. */
@ApplicationScoped
class OwnedKeys implements Owned {
    @Override
    public String topic() {
        return Topics.KEYS;
    }

    @Override
    public List<Rows> rows() {
        return List.of(new Rows("key_use", "key_use_id"));
    }
}
