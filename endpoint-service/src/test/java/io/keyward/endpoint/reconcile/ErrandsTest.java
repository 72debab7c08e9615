package io.keyward.endpoint.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Command;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private static final Command CREATE = new Command.Create();
    private static final Command REPLACE = new Command.Replace();
    private static final Answer LATER = new Answer.TryLater("Busy.");

    private final Errands errands = new Errands(2, null);

    @Test
    void areBounded() {
        assertThat(errands.take(CREATE)).isTrue();
        assertThat(errands.take(REPLACE)).isTrue();
        assertThat(errands.isDone()).isTrue();

        assertThat(errands.take(CREATE)).isFalse();

        assertThat(errands.isDone()).isFalse();
        assertThat(errands.trouble()).isNull();
    }

    @Test
    void goOnAtOnceOnlyIfThatIsOfUse() {
        errands.take(REPLACE);
        errands.answered(REPLACE, new Answer.Refused("Suspended."));
        errands.take(CREATE);
        errands.take(CREATE);

        assertThat(errands.isMoreOfUse()).isFalse();

        errands.answered(CREATE, new Answer.Accepted("vpce-1"));

        assertThat(errands.isMoreOfUse()).isTrue();
    }

    @Test
    void endWithTheFirstThatTheCloudPutsOff() {
        errands.take(CREATE);
        errands.answered(CREATE, LATER);
        errands.answered(CREATE, new Answer.TryLater("Still busy."));

        assertThat(errands.take(CREATE)).isFalse();
        assertThat(errands.trouble()).isEqualTo("Busy.");
        assertThat(errands.isMoreOfUse()).isFalse();
        assertThat(errands.isDone()).isFalse();
    }

    @Test
    void goOnInTheCloudWhenOnlyReplacementsArePutOff() {
        errands.take(REPLACE);
        errands.answered(REPLACE, LATER);

        assertThat(errands.take(REPLACE)).isFalse();
        assertThat(errands.take(CREATE)).isTrue();
        assertThat(errands.trouble()).isNull();
        assertThat(errands.isMoreOfUse()).isFalse();
        assertThat(errands.isDone()).isFalse();
    }

    @Test
    void areNotRunInARegionThatCouldNotBeSeen() {
        assertThat(new Errands(2, "Down.").take(CREATE)).isFalse();
    }

    @Test
    void areDoneWithWhateverAnswerThatWouldBeTheSameAgain() {
        errands.take(CREATE);
        errands.answered(CREATE, new Answer.Refused("No."));
        errands.take(CREATE);
        errands.answered(CREATE, new Answer.Accepted("vpce-1"));

        assertThat(errands.isDone()).isTrue();
    }

    @Test
    void areNotDoneAsLongAsSomethingIsNotRecorded() {
        errands.notRecorded();

        assertThat(errands.isDone()).isFalse();
    }
}
