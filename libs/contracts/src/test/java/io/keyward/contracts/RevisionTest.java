package io.keyward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void startsAboveItsEpoch() {
        assertThat(Revision.after(0, 1)).isEqualTo((1L << 40) + 1);
    }

    @Test
    void countsWithinAnEpoch() {
        assertThat(Revision.after(Revision.after(0, 1), 1)).isEqualTo((1L << 40) + 2);
    }

    @Test
    void aHigherEpochIsAboveWhateverWasCountedBefore() {
        // Given
        long longCounted = (2L << 40) - 1;

        // Then
        assertThat(Revision.after(7, 2)).isGreaterThan(longCounted).isEqualTo((2L << 40) + 1);
    }

    @Test
    void neverFallsWhenTheEpochIsSetBack() {
        // Given
        long current = Revision.after(0, 3);

        // Then
        assertThat(Revision.after(current, 1)).isEqualTo(current + 1);
    }

    @Test
    void everyRevisionOfAnEpochIsAboveItsFloorAndBelowTheNext() {
        assertThat(Revision.after(0, 2)).isGreaterThan(Revision.floor(2)).isLessThan(Revision.floor(3));
        assertThat(Revision.after(Revision.after(0, 1), 1)).isLessThan(Revision.floor(2));
    }

    @Test
    void staysExactForReadersThatKnowOnlyDoubles() {
        // Given
        int thousandRestores = 1_000;

        // Then
        assertThat(Revision.after(0, thousandRestores)).isLessThan(1L << 53);
    }
}
