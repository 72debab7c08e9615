package io.keyward.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * EC2's own kind of the query protocol: results stand right in the response, lists are sets of {@code item} elements, errors have
 * another frame, and many of the common ones another name.
 */
record Ec2Protocol(String namespace) implements Protocol {

    @Override
    public String operation(HttpCall call) {
        return QueryProtocol.action(call);
    }

    @Override
    public ObjectNode input(HttpCall call) {
        return QueryProtocol.form(call);
    }

    @Override
    public Answer success(String operation, ObjectNode result, String requestId) {
        String root = operation + "Response";
        Xml xml = new Xml().open(root, namespace).leaf("requestId", requestId);
        xml.fields(result, "item").close(root);
        return Answer.text(200, QueryProtocol.CONTENT_TYPE, requestId, xml.toString());
    }

    @Override
    public Answer failure(AwsFault fault, String requestId) {
        Xml xml = new Xml().open("Response").open("Errors").open("Error");
        xml.leaf("Code", fault.code()).leaf("Message", fault.text());
        xml.close("Error").close("Errors").leaf("RequestID", requestId).close("Response");
        return Answer.text(fault.status(), QueryProtocol.CONTENT_TYPE, requestId, xml.toString());
    }

    @Override
    public String codeOf(CommonFault fault) {
        return switch (fault) {
            case ACCESS_DENIED -> "UnauthorizedOperation";
            case EXPIRED_TOKEN -> "RequestExpired";
            case INTERNAL_FAILURE -> "InternalError";
            case INVALID_CLIENT_TOKEN -> "AuthFailure";
            case THROTTLED -> "RequestLimitExceeded";
            case VALIDATION -> "InvalidParameterValue";
            case INCOMPLETE_SIGNATURE, MISSING_AUTHENTICATION, SIGNATURE_MISMATCH, UNKNOWN_OPERATION ->
                fault.queryCode();
        };
    }

    @Override
    public int statusOf(CommonFault fault) {
        return switch (fault) {
            case EXPIRED_TOKEN -> 400;
            case INVALID_CLIENT_TOKEN -> 401;
            case THROTTLED -> 503;
            case ACCESS_DENIED,
                    INTERNAL_FAILURE,
                    VALIDATION,
                    INCOMPLETE_SIGNATURE,
                    MISSING_AUTHENTICATION,
                    SIGNATURE_MISMATCH,
                    UNKNOWN_OPERATION -> fault.queryStatus();
        };
    }
}
