package io.keyward.simulator.wire;

/** Faults that every service has, though the two protocols spell them differently. */
public enum CommonFault {
    ACCESS_DENIED("AccessDeniedException", "AccessDenied", 403),
    EXPIRED_TOKEN("ExpiredTokenException", "ExpiredToken", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignatureException", "IncompleteSignature", 400),
    INTERNAL_FAILURE("InternalFailure", "InternalFailure", 500),
    INVALID_CLIENT_TOKEN("UnrecognizedClientException", "InvalidClientTokenId", 403),
    MISSING_AUTHENTICATION("MissingAuthenticationTokenException", "MissingAuthenticationToken", 403),
    SIGNATURE_MISMATCH("InvalidSignatureException", "SignatureDoesNotMatch", 403),
    THROTTLED("ThrottlingException", "Throttling", 400),
    UNKNOWN_OPERATION("UnknownOperationException", "InvalidAction", 400),
    VALIDATION("ValidationException", "ValidationError", 400);

    private final String jsonCode;
    private final String queryCode;
    private final int queryStatus;

    CommonFault(String jsonCode, String queryCode, int queryStatus) {
        this.jsonCode = jsonCode;
        this.queryCode = queryCode;
        this.queryStatus = queryStatus;
    }

    /** This fault as the given service would say it. */
    public AwsFault in(AwsService service, String message) {
        Protocol protocol = service.protocol();
        return new AwsFault(protocol.codeOf(this), message, protocol.statusOf(this));
    }

    String jsonCode() {
        return jsonCode;
    }

    String queryCode() {
        return queryCode;
    }

    int queryStatus() {
        return queryStatus;
    }
}
