package io.keyward.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.access.Needs.Outcome;
import io.keyward.e2e.http.Curl;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation called by every kind of caller: whom it lets in, whom it tells what is missing, and from whom it hides. */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Rule("A1")
class AccessScenario {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "options");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> UNSEEN = Set.of("GROUP_NOT_FOUND", "ORG_NOT_FOUND");

    private final Stage stage;
    private Cast cast;

    AccessScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void callersOfEveryKind() {
        cast = Cast.assemble(stage);
    }

    @Test
    void everyOperationIsInTheTable() {
        // Given
        JsonNode paths = stage.api().get("/api/openapi.json").expect(200).json().path("paths");

        // When
        List<String> documented = paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();

        // Then
        assertThat(AccessTable.operations().stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
        return AccessTable.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> everybodyCalls(operation)));
    }

    /** The real curl, as the manuals have it, by both ways to say who is calling. */
    @TestFactory
    Stream<DynamicTest> curlGetsThroughByDigestAndByToken() {
        return AccessTable.operations().stream()
                .filter(operation -> expected(operation, cast.owner()) == Outcome.ALLOWED)
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    Reply digest = curl(operation, "--digest", "--user", stage.user());
                    Reply bearer = curl(operation, "--header", "Authorization: Bearer " + cast.ownersToken());
                    assertThat(List.of(outcomeOf(digest), outcomeOf(bearer)))
                            .as("%s: %s %s", operation, digest, bearer)
                            .containsOnly(Outcome.ALLOWED);
                }));
    }

    private Reply curl(Operation operation, String... credentials) {
        String body = body(operation);
        Stream<String> request = Stream.of(
                "--include",
                "--request",
                operation.method(),
                "--header",
                "Accept: application/json",
                stage.baseUrl() + cast.fill(operation.path()));
        Stream<String> data =
                body == null ? Stream.of() : Stream.of("--header", "Content-Type: application/json", "--data", body);
        return Curl.run(Stream.of(Stream.of(credentials), request, data)
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private void everybodyCalls(Operation operation) {
        SoftAssertions together = new SoftAssertions();
        for (Cast.Role role : cast.roles()) {
            Reply reply = role.api().send(operation.method(), cast.fill(operation.path()), body(operation));
            together.assertThat(outcomeOf(reply))
                    .as("%s by %s: %s", operation, role, reply)
                    .isEqualTo(expected(operation, role.kind()));
        }
        together.assertAll();
    }

    private static Outcome expected(Operation operation, CallerKind caller) {
        return operation.needs().outcomeFor(caller, operation.path());
    }

    /** Readable, so that roles are asked for, and good for nothing. */
    private static String body(Operation operation) {
        if (!WITH_BODY.contains(operation.method())) {
            return null;
        }
        return operation.path().endsWith("/accessList") ? "[]" : "{}";
    }

    /** An OAuth endpoint does not know the caller either, but says so in other words: it takes no API keys. */
    private static Outcome outcomeOf(Reply reply) {
        return switch (reply.status()) {
            case 401 -> reply.json().has("errorCode") ? Outcome.UNKNOWN_CALLER : Outcome.ALLOWED;
            case 403 -> Outcome.FORBIDDEN;
            case 404 -> UNSEEN.contains(reply.at("/errorCode")) ? Outcome.UNSEEN : Outcome.ALLOWED;
            default -> Outcome.ALLOWED;
        };
    }
}
