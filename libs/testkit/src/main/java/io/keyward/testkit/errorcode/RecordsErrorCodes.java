package io.keyward.testkit.errorcode;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Puts itself between REST Assured and the application under test. Found by Quarkus as a service. */
public final class RecordsErrorCodes implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (RestAssured.filters().stream().noneMatch(Recorder.class::isInstance)) {
            RestAssured.filters(new Recorder());
        }
    }

    private static final class Recorder implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            Response response = context.next(request, expected);
            SeenErrorCodes.record(response.header(SeenErrorCodes.HEADER));
            return response;
        }
    }
}
