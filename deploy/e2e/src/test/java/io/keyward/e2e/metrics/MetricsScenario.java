package io.keyward.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.metrics.MetricsPage.Listed;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.local.client.Metrics;
import io.keyward.local.service.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes out of the services when they are scraped is on the page, and what the page promises comes out of them. */
@ExtendWith(Stage.Extension.class)
class MetricsScenario {
    private final Stage stage;

    MetricsScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    void everyMetricIsListedAndEveryListedOneIsThere() {
        Tenant.withCluster(stage, "us-west-2", "orders");

        for (Service service : Service.values()) {
            Tenant.waiting().untilAsserted(() -> holdToThePage(service));
        }
        Tenant.waiting().untilAsserted(() -> assertThat(Metrics.sum(url(Service.VALIDATION), "keyward_key_uses"))
                .isPositive());
    }

    private void holdToThePage(Service service) {
        List<Listed> promised = MetricsPage.listed().stream()
                .filter(line -> line.services().contains(service))
                .toList();
        Map<String, Metric> told = Exposition.metrics(Metrics.text(url(service)));

        assertThat(told.values().stream().filter(metric -> metric.name().startsWith("keyward_")))
                .as("metrics of ours that %s tells", service.folder())
                .isSubsetOf(promised.stream().map(Listed::metric).toList());
        assertThat(promised.stream().filter(Listed::fromStart).map(line -> line.metric()
                        .name()))
                .as("metrics that the page promises of %s", service.folder())
                .isSubsetOf(told.keySet());
    }

    private String url(Service service) {
        return stage.stack().services().url(service);
    }
}
