package io.keyward.endpoint.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.endpoint.provider.RegionView.Seen;
import io.keyward.endpoint.provider.RegionView.Sighting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Sighting ONE = seen("1", "vpce-1", new Up("vpce-1", "here"));
    private static final Sighting OTHER = seen("2", "vpce-2", new Pending("vpce-2"));

    @Test
    void isTheSameInWhateverOrder() {
        assertThat(of(ONE, OTHER)).isEqualTo(of(OTHER, ONE)).hasSize(64);
        assertThat(of()).isEqualTo(of());
    }

    @Test
    void tellsEverythingApart() {
        assertThat(Stream.of(
                        of(),
                        of(ONE),
                        of(ONE, ONE),
                        of(ONE, OTHER),
                        of(seen("2", "vpce-1", new Up("vpce-1", "here"))),
                        of(seen(null, "vpce-1", new Up("vpce-1", "here"))),
                        of(seen("1", "vpce-9", new Up("vpce-9", "here"))),
                        of(seen("1", "vpce-1", new Up("vpce-1", "there"))),
                        of(seen("1", "vpce-1", new Pending("vpce-1")))))
                .doesNotHaveDuplicates();
    }

    private static String of(Sighting... sightings) {
        return Digest.of(new Seen(List.of(sightings)));
    }

    private static Sighting seen(String id, String ref, Observation seen) {
        return new Sighting(id, ref, seen);
    }
}
