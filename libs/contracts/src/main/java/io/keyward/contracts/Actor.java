package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event.
 *
 * @param type one of {@link #API_KEY}, {@link #SERVICE_ACCOUNT}, {@link #OPERATOR}, {@link #SYSTEM}, {@link #DRIVER}; readers tolerate others
 * @param id identity of the API key, service account or driver; of an operator, the subject of its token; of a system actor, the service's
 *     name
 * @param name for people: the public key, the client id, or the service's name
 * @param address remote IP address of the request, absent for system actors
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(
        String type, String id, String name, @Nullable String address) {
    public static final String API_KEY = "API_KEY";
    public static final String SERVICE_ACCOUNT = "SERVICE_ACCOUNT";
    public static final String OPERATOR = "OPERATOR";
    public static final String SYSTEM = "SYSTEM";
    public static final String DRIVER = "DRIVER";

    /** A service acting by itself, for example on schedule. */
    public static Actor system(String service) {
        return new Actor(SYSTEM, service, service, null);
    }
}
