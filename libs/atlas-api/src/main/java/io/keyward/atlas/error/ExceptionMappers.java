package io.keyward.atlas.error;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.version.ResourceCatalog;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request ends in into an error body. The framework's own mappers would answer some of these with an empty one. */
class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);
    private static final int SERVER_ERROR = 500;

    private final ErrorResponses responses;
    private final ResourceCatalog resources;

    ExceptionMappers(ErrorResponses responses, ResourceCatalog resources) {
        this.responses = responses;
        this.resources = resources;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return responses.of(refusal);
    }

    /** Also what the framework makes of a path or query parameter that is not the number it should be. */
    @ServerExceptionMapper
    Response notFound(NotFoundException failure, RoutingContext request) {
        if (failure.getCause() instanceof IllegalArgumentException conversion) {
            return responses.of(unusableParameter(conversion, request));
        }
        return isThereForAnotherMethod(request)
                ? notAllowed(request)
                : responses.of(Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, request.normalizedPath()));
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException failure, RoutingContext request) {
        return notAllowed(request);
    }

    /** The framework forgets that it saw a resource without this method when another class's path is a prefix of its path. */
    private boolean isThereForAnotherMethod(RoutingContext request) {
        Set<String> methods = resources.methodsOf(request.normalizedPath());
        return !methods.isEmpty()
                && !methods.contains(request.request().method().name());
    }

    private Response notAllowed(RoutingContext request) {
        String method = request.request().method().name();
        String allowed =
                resources.methodsOf(request.normalizedPath()).stream().sorted().collect(Collectors.joining(", "));
        Response response = responses.of(Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, method));
        return Response.fromResponse(response)
                .header(HttpHeaders.ALLOW, allowed)
                .build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException failure) {
        return responses.of(Refusal.of(ErrorCode.INVALID_VERSION_DATE));
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException failure, RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return responses.of(Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, type == null ? "nothing" : type));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure) {
        Refusal refusal = Refusal.of(ErrorCode.VALIDATION_ERROR);
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            refusal = refusal.withField(pathInRequest(violation.getPropertyPath()), violation.getMessage());
        }
        return responses.of(refusal);
    }

    /** What another service answered to us says nothing about the client's request: its status is a fault like others. */
    @ServerExceptionMapper
    Response other(WebApplicationException failure, RoutingContext request) {
        Optional<Refusal> known = Failures.classify(failure);
        boolean fromElsewhere = failure instanceof ResteasyReactiveClientProblem;
        if (known.isEmpty() && !fromElsewhere && failure.getResponse().getStatus() < SERVER_ERROR) {
            return responses.of(Refusal.of(ErrorCode.BAD_REQUEST));
        }
        return known.map(responses::of).orElseGet(() -> fault(failure, request));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext request) {
        return Failures.classify(failure).map(responses::of).orElseGet(() -> fault(failure, request));
    }

    /** Logged with its trace here; the client learns only that it was ours. */
    private Response fault(Throwable failure, RoutingContext request) {
        LOG.errorf(failure, "%s %s failed", request.request().method(), request.normalizedPath());
        return responses.of(Refusal.of(ErrorCode.UNEXPECTED_ERROR));
    }

    private static Refusal unusableParameter(IllegalArgumentException conversion, RoutingContext request) {
        Matcher quoted = QUOTED.matcher(String.valueOf(conversion.getMessage()));
        String value = quoted.find() ? quoted.group(1) : "";
        return request.queryParams().entries().stream()
                .filter(parameter -> parameter.getValue().equals(value))
                .findFirst()
                .map(parameter -> Refusal.of(ErrorCode.INVALID_QUERY_PARAMETER, parameter.getKey()))
                .orElseGet(() -> Refusal.of(ErrorCode.INVALID_PATH_PARAMETER, value));
    }

    /** Without the Java method and parameter it starts with. */
    private static String pathInRequest(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .skip(2)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }
}
