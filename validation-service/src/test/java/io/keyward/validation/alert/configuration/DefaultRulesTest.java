package io.keyward.validation.alert.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule({"N1", "N3"})
class DefaultRulesTest {
    @ParameterizedTest
    @CsvSource({
        "AWS,   AWS_ENCRYPTION_KEY_NEEDS_ROTATION",
        "AZURE, AZURE_ENCRYPTION_KEY_INVALID AZURE_ENCRYPTION_KEY_NEEDS_ROTATION",
        "GCP,   GCP_ENCRYPTION_KEY_INVALID GCP_ENCRYPTION_KEY_NEEDS_ROTATION",
    })
    void aProviderBringsWhatTheProjectIsNotToldOfYet(String provider, String types) {
        assertThat(names(DefaultRules.ofProvider(provider))).containsExactlyElementsOf(Arrays.asList(types.split(" ")));
    }

    /** Whatever provider a key is of, its loss is told to somebody. */
    @ParameterizedTest
    @ValueSource(strings = {"AWS", "AZURE", "GCP"})
    void ownersAreToldOnceOfEachKeyThatIsLost(String provider) {
        var all = Stream.concat(DefaultRules.ofProject().stream(), DefaultRules.ofProvider(provider).stream())
                .toList();

        assertThat(names(all)).doesNotHaveDuplicates().contains(provider + "_ENCRYPTION_KEY_INVALID");
        assertThat(all)
                .filteredOn(one -> one.type().name().equals(provider + "_ENCRYPTION_KEY_INVALID"))
                .allSatisfy(one -> assertThat(one.notifications()).isNotEmpty());
    }

    private static List<String> names(List<AlertConfiguration.Content> contents) {
        return contents.stream().map(one -> one.type().name()).toList();
    }
}
