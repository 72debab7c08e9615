package io.keyward.simulator.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.fasterxml.jackson.databind.JsonNode;

/** The resource manager's REST through a pipeline of azure-core. */
final class ArmClient {

    static final String NETWORK = "2024-05-01";
    static final String VAULTS = "2023-07-01";

    /** What came back. */
    record Answer(int status, JsonNode body, String location, String operation) {

        String code() {
            return status + " " + body.path("error").path("code").asText();
        }

        JsonNode properties() {
            return body.path("properties");
        }
    }

    private final HttpPipeline pipeline;

    ArmClient(AzureClients clients, TokenCredential credential) {
        this.pipeline = new HttpPipelineBuilder()
                .httpClient(clients.transport())
                .policies(new BearerTokenAuthenticationPolicy(credential, "https://management.azure.com/.default"))
                .build();
    }

    Answer send(String method, String path, String version, String body) {
        String join = path.contains("?") ? "" : "?api-version=" + version;
        String url = path.startsWith("https:") ? path : "https://management.azure.com" + path + join;
        HttpRequest request = new HttpRequest(HttpMethod.valueOf(method), url);
        if (!body.isEmpty()) {
            request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json").setBody(BinaryData.fromString(body));
        }
        try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
            String text = response.getBodyAsBinaryData().toString();
            return new Answer(
                    response.getStatusCode(),
                    AzureCase.read(text.isEmpty() ? "{}" : text),
                    String.valueOf(response.getHeaderValue(HttpHeaderName.LOCATION)),
                    String.valueOf(response.getHeaderValue(HttpHeaderName.AZURE_ASYNCOPERATION)));
        }
    }

    Answer get(String path, String version) {
        return send("GET", path, version, "");
    }
}
