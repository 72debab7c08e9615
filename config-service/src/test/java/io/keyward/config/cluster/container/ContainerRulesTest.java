package io.keyward.config.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.spec.CloudProvider;
import io.keyward.config.cluster.spec.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerRulesTest {
    private static final List<Place> PLACES = List.of(
            new Place(CloudProvider.AWS, "US_EAST_1"),
            new Place(CloudProvider.AWS, "EU_WEST_1"),
            new Place(CloudProvider.AWS, "US_EAST_1"),
            new Place(CloudProvider.AZURE, "US_EAST_2"),
            new Place(CloudProvider.GCP, "EASTERN_US"),
            new Place(CloudProvider.GCP, "CENTRAL_US"));

    @Test
    void eachCloudHasItsShape() {
        assertThat(ContainerRules.of("p", Cloud.AWS, PLACES))
                .extracting(ContainerView::regionName)
                .containsExactly("EU_WEST_1", "US_EAST_1");
        assertThat(ContainerRules.of("p", Cloud.AZURE, PLACES))
                .extracting(ContainerView::region)
                .containsExactly("US_EAST_2");
        assertThat(ContainerRules.of("p", Cloud.GCP, PLACES))
                .extracting(ContainerView::regions)
                .containsExactly(List.of("CENTRAL_US", "EASTERN_US"));
        assertThat(ContainerRules.of("p", Cloud.GCP, PLACES.subList(0, 4))).isEmpty();
    }

    @Test
    void idsAreStableAndNobodyElses() {
        List<ContainerView> once = ContainerRules.of("p", Cloud.AWS, PLACES);

        assertThat(ContainerRules.of("p", Cloud.AWS, PLACES.reversed())).isEqualTo(once);
        assertThat(once).extracting(ContainerView::id).doesNotHaveDuplicates().allMatch(ObjectIds::isValid);
        assertThat(ContainerRules.of("q", Cloud.AWS, PLACES))
                .extracting(ContainerView::id)
                .doesNotContainAnyElementsOf(
                        once.stream().map(ContainerView::id).toList());
    }
}
