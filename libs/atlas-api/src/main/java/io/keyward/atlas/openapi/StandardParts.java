package io.keyward.atlas.openapi;

import io.keyward.atlas.ErrorCode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/**
 * What is true of an operation because of what it looks like: its query parameters, and the errors that it can end in. An operation names
 * only the codes that are its own ({@value #OWN_ERRORS}); their statuses are those of {@link ErrorCode}.
 */
final class StandardParts {
    /** The codes that an operation adds to those of its kind; replaced by responses. */
    static final String OWN_ERRORS = "x-keyward-errors";
    /** Who may call it: any of these roles; nobody has to say who they are when the list is empty. */
    static final String ROLES = "x-keyward-roles";
    /** The versions that are declared gone. */
    static final String GONE = "x-keyward-versions-gone";

    /** Speaks OAuth, which has errors of its own. */
    private static final String OAUTH = "/api/oauth/";

    /** What OAuth has no say in. */
    private static final Set<ErrorCode> BESIDE_OAUTH = EnumSet.of(
            ErrorCode.REQUEST_TOO_LARGE,
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            ErrorCode.UNEXPECTED_ERROR,
            ErrorCode.SERVICE_UNAVAILABLE);

    private static final String VERSIONED = "/api/atlas/v2";
    private static final String PARAMETERS = "#/components/parameters/";
    private static final Set<ErrorCode> ALL = EnumSet.of(
            ErrorCode.BAD_REQUEST,
            ErrorCode.INVALID_QUERY_PARAMETER,
            ErrorCode.UNEXPECTED_ERROR,
            ErrorCode.SERVICE_UNAVAILABLE);
    private static final Set<ErrorCode> WITH_BODY = EnumSet.of(
            ErrorCode.MALFORMED_JSON,
            ErrorCode.INVALID_JSON,
            ErrorCode.INVALID_JSON_ATTRIBUTE,
            ErrorCode.INVALID_ATTRIBUTE,
            ErrorCode.INVALID_ENUM_VALUE,
            ErrorCode.VALIDATION_ERROR,
            ErrorCode.REQUEST_TOO_LARGE,
            ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    private static final Set<ErrorCode> SECURED = EnumSet.of(
            ErrorCode.ACCESS_FORBIDDEN,
            ErrorCode.IP_ADDRESS_NOT_ON_WHITELIST,
            ErrorCode.ORG_REQUIRES_WHITELIST,
            ErrorCode.RATE_LIMITED_TOKEN_BUCKET);
    private static final Set<HttpMethod> CHANGES =
            EnumSet.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final ErrorAnswers errors;

    StandardParts(ErrorAnswers errors) {
        this.errors = errors;
    }

    void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            if (path.startsWith(OAUTH)) {
                errors.of(BESIDE_OAUTH).forEach(operation.getResponses()::addAPIResponse);
            } else {
                complete(path, method, operation);
            }
        });
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        Set<ErrorCode> codes = EnumSet.copyOf(ALL);
        codes.addAll(own(operation));
        codes.addAll(byPath(path, operation));
        if (operation.getRequestBody() != null) {
            codes.addAll(WITH_BODY);
        }
        if (CHANGES.contains(method)) {
            codes.add(ErrorCode.CONCURRENT_MODIFICATION);
        }
        if (isSecured(operation)) {
            codes.addAll(SECURED);
            operation
                    .getResponses()
                    .addAPIResponse("401", OASFactory.createAPIResponse().ref("Unauthorized"));
        }
        errors.of(codes).forEach(operation.getResponses()::addAPIResponse);
        operation.removeExtension(OWN_ERRORS);
        Credentials.of(strings(operation, ROLES).toList()).ifPresent(operation::setSecurity);
        Stream.of("envelope", "pretty")
                .map(name -> OASFactory.createParameter().ref(PARAMETERS + name))
                .forEach(operation::addParameter);
    }

    private static Set<ErrorCode> byPath(String path, Operation operation) {
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        if (path.contains("/groups/{groupId}")) {
            codes.addAll(List.of(ErrorCode.GROUP_NOT_FOUND, ErrorCode.INVALID_GROUP_ID));
        }
        if (path.contains("/orgs/{orgId}")) {
            codes.add(ErrorCode.ORG_NOT_FOUND);
        }
        if (path.startsWith(VERSIONED)) {
            codes.add(ErrorCode.INVALID_VERSION_DATE);
        }
        if (operation.hasExtension(GONE)) {
            codes.add(ErrorCode.VERSION_GONE);
        }
        return codes;
    }

    private static List<ErrorCode> own(Operation operation) {
        return strings(operation, OWN_ERRORS)
                .map(name -> ErrorCode.find(name)
                        .orElseThrow(() -> new IllegalStateException(operation.getOperationId()
                                + " names the error code " + name + ", which does not exist.")))
                .toList();
    }

    private static boolean isSecured(Operation operation) {
        return strings(operation, ROLES).findAny().isPresent();
    }

    private static Stream<String> strings(Operation operation, String extension) {
        return Optional.ofNullable(operation.getExtensions())
                .map(extensions -> extensions.get(extension))
                .filter(Collection.class::isInstance)
                .map(Collection.class::cast)
                .map(values -> ((Collection<?>) values).stream().map(String::valueOf))
                .orElseGet(Stream::empty);
    }
}
