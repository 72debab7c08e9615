package io.keyward.atlas.thing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients may send; {@code valid} is answered and ignored. */
@JsonIgnoreProperties("valid")
public record Thing(
        @Size(max = 10, message = "is at most 10 characters long") @Nullable
        String name,

        @Nullable Integer count,
        @Nullable Boolean enabled,
        @Nullable Colour colour,
        @Nullable Instant at,
        @Nullable List<@Valid Part> parts,
        @Nullable Double size,
        @Nullable Object anything) {

    public enum Colour {
        RED,
        GREEN
    }

    public record Part(
            @Size(max = 3, message = "is at most 3 characters long") @Nullable
            String secret,

            @Nullable Integer size) {
        public Part {
            if (size != null && size < 0) {
                throw new IllegalArgumentException("hunter2");
            }
        }
    }
}
