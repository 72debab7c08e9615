package io.keyward.atlas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;

/** Requests that only know their address. */
final class Requests {
    private Requests() {}

    static UriInfo of(String address) {
        URI uri = URI.create(address);
        return (UriInfo) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestUri" -> uri;
                    case "getQueryParameters" -> parameters(uri);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static MultivaluedMap<String, String> parameters(URI uri) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String parameter : requireNonNullElse(uri.getRawQuery(), "").split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.add(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }
}
