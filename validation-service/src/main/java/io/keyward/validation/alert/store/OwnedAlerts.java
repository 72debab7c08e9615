package io.keyward.validation.alert.store;

import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Owned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Alerts, those of operators among them, and what projects want to be told of. Nobody keeps what is told of them: they are compared, not restated. */
@ApplicationScoped
class OwnedAlerts implements Owned {
    @Override
    public String topic() {
        return Topics.ALERTS;
    }

    @Override
    public List<Rows> rows() {
        return List.of(
                new Rows("alert", "id"), new Rows("operator_alert", "id"), new Rows("alert_configuration", "id"));
    }
}
