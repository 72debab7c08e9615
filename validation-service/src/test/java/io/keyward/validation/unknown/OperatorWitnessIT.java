package io.keyward.validation.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.support.Database;
import io.keyward.validation.unknown.UnknownAnswers.Odd;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
class OperatorWitnessIT {
    private static final String OPEN =
            " from operator_alert where type = 'UNKNOWN_PROVIDER_ANSWER' and closed_at is null";

    @Inject
    OperatorWitness witness;

    @Inject
    Database database;

    @Test
    @Rule("V6")
    void operatorsAreToldOfAnAnswerThatNobodyKnowsUntilNoneComesForADay() throws Throwable {
        var odd = new Odd("AWS", "kms:Decrypt", "InventedLaterException", null);

        VertxContextSupport.subscribeAndAwait(() -> witness.saw(odd));
        VertxContextSupport.subscribeAndAwait(witness::endWhatIsOver);
        var open = database.one("select explanation" + OPEN);
        database.query("update operator_alert set updated_at = updated_at - interval '25 hours'"
                + " where type = 'UNKNOWN_PROVIDER_ANSWER' and closed_at is null");
        VertxContextSupport.subscribeAndAwait(witness::endWhatIsOver);

        assertThat(open).contains("kms:Decrypt").contains("InventedLaterException");
        assertThat(database.query("select id" + OPEN)).isEmpty();
    }
}
