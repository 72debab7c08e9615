package io.keyward.endpoint.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private static final PrivateEndpointProvider ONE = new Named("ONE");
    private static final PrivateEndpointProvider OTHER = new Named("OTHER");

    @Test
    void areKnownByExactlyTheirNames() {
        var providers = new Providers(List.of(OTHER, ONE));

        assertThat(providers.names()).containsExactly("ONE", "OTHER");
        assertThat(providers.limits()).extracting(Limit::key).containsExactly("ONE.timeout", "OTHER.timeout");
        assertThat(providers.find("OTHER")).contains(OTHER);
        assertThat(providers.find("other")).isEmpty();
        assertThat(providers.get("ONE")).isSameAs(ONE);
        assertThatThrownBy(() -> providers.get("NONE"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NONE");
    }

    @Test
    void noTwoHaveTheSameName() {
        var both = List.of(ONE, (PrivateEndpointProvider) new Named("ONE"));

        assertThatThrownBy(() -> new Providers(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ONE");
    }

    /** A cloud of which only the name matters. */
    private record Named(String name) implements PrivateEndpointProvider {
        @Override
        public RegionCatalogue regions() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Limit limit() {
            return new Limit(name + ".timeout", Duration.ofSeconds(1));
        }

        @Override
        public Uni<RegionView> observe(String region) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Answer> create(Order order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Answer> delete(String region, String ref) {
            throw new UnsupportedOperationException();
        }
    }
}
