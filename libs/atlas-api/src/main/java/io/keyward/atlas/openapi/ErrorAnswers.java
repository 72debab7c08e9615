package io.keyward.atlas.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.keyward.atlas.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes error codes as responses: one for each status, with the codes that it may carry. */
final class ErrorAnswers {
    private static final Set<Integer> TRY_LATER = Set.of(429, 503);

    private final Components components;

    /** @param components where answers of one code are kept, under its name, for all operations to refer to */
    ErrorAnswers(Components components) {
        this.components = components;
    }

    /** By status, as OpenAPI wants it. */
    Map<String, APIResponse> of(Collection<ErrorCode> codes) {
        return codes.stream()
                .sorted()
                .collect(groupingBy(
                        code -> String.valueOf(code.status()),
                        TreeMap::new,
                        Collectors.collectingAndThen(toList(), this::shared)));
    }

    private APIResponse shared(List<ErrorCode> codes) {
        if (codes.size() > 1) {
            return answer(codes);
        }
        String name = codes.getFirst().name();
        components.addResponse(name, answer(codes));
        return OASFactory.createAPIResponse().ref(name);
    }

    private static APIResponse answer(List<ErrorCode> codes) {
        String description = codes.stream()
                .map(code -> "`" + code + "`: " + code.detail().replace("%s", "…"))
                .collect(joining("\n\n"));
        APIResponse answer = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(bodyWith(codes))))
                .addHeader("X-Error-Code", OASFactory.createHeader().ref("X-Error-Code"));
        if (TRY_LATER.contains(codes.getFirst().status())) {
            answer.addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        }
        return answer;
    }

    private static Schema bodyWith(List<ErrorCode> codes) {
        Schema oneOfThem = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .enumeration(codes.stream().<Object>map(Enum::name).toList());
        return OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref("ApiError"))
                .addAllOf(OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .addProperty("errorCode", oneOfThem));
    }
}
