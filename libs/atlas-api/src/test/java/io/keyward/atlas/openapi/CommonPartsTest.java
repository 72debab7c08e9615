package io.keyward.atlas.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.junit.jupiter.api.Test;

class CommonPartsTest {
    private static final String OPERATION = """
            openapi: 3.0.3
            info: {title: things, version: '1'}
            paths:
              /api/atlas/v2/groups/{groupId}/things:
                get:
                  operationId: getThing
                  x-keyward-roles: [GROUP_READ_ONLY]
                  x-keyward-errors: [%s]
                  responses:
                    '200': {description: One thing.}
            """;

    @Test
    void anOperationGetsTheErrorsOfItsKindBesideItsOwn() {
        Operation operation = operation(complete(OPERATION.formatted("CLUSTER_NOT_FOUND, DUPLICATE_CLUSTER_NAME")));

        assertThat(operation.getResponses().getAPIResponses().keySet())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "406", "429", "500", "503");
        assertThat(operation.getResponses().getAPIResponse("404").getDescription())
                .contains("`GROUP_NOT_FOUND`: No project with id …")
                .contains("`INVALID_GROUP_ID`")
                .contains("`CLUSTER_NOT_FOUND`");
        assertThat(operation.getExtensions()).doesNotContainKey(StandardParts.OWN_ERRORS);
    }

    @Test
    void anAnswerOfOneCodeIsDescribedOnce() {
        OpenAPI document = complete(OPERATION.formatted(""));

        assertThat(operation(document).getResponses().getAPIResponse("406").getRef())
                .isEqualTo("#/components/responses/INVALID_VERSION_DATE");
        assertThat(document.getComponents().getResponses()).containsKey("INVALID_VERSION_DATE");
    }

    @Test
    void everyOperationCanBeEnvelopedAndIndented() {
        assertThat(operation(complete(OPERATION.formatted(""))).getParameters())
                .extracting(Parameter::getRef)
                .containsExactly("#/components/parameters/envelope", "#/components/parameters/pretty");
    }

    @Test
    void whatCommonPartsSayIsThere() {
        OpenAPI document = complete(OPERATION.formatted(""));

        assertThat(document.getComponents().getSchemas()).containsKeys("ApiError", "ObjectId", "Link");
        assertThat(document.getComponents().getSecuritySchemes())
                .containsOnlyKeys("digest", "serviceAccount", "operator");
        assertThat(document.getSecurity()).hasSize(2);
    }

    @Test
    void rolesSayWhichCredentialsWillDo() {
        assertThat(credentials("GROUP_OWNER")).isNull();
        assertThat(credentials("")).isEmpty();
        assertThat(credentials("DRIVER"))
                .extracting(SecurityRequirement::getSchemes)
                .containsExactly(of("digest"));
        assertThat(credentials("OPERATOR"))
                .extracting(SecurityRequirement::getSchemes)
                .containsExactly(of("operator"));
        assertThat(credentials("ORG_OWNER, OPERATOR"))
                .extracting(SecurityRequirement::getSchemes)
                .containsExactly(of("digest"), of("serviceAccount"), of("operator"));
    }

    private static List<SecurityRequirement> credentials(String roles) {
        return operation(complete(OPERATION.formatted("").replace("GROUP_READ_ONLY", roles)))
                .getSecurity();
    }

    private static Map<String, List<String>> of(String scheme) {
        return Map.of(scheme, List.of());
    }

    @Test
    void anErrorCodeThatDoesNotExistFailsTheBuild() {
        assertThatThrownBy(() -> complete(OPERATION.formatted("NO_SUCH_CODE")))
                .hasMessageContaining("getThing")
                .hasMessageContaining("NO_SUCH_CODE");
    }

    @Test
    void aPartThatIsDescribedTwiceFailsTheBuild() {
        String again = OPERATION.formatted("") + "components: {schemas: {Link: {type: string}}}\n";

        assertThatThrownBy(() -> complete(again)).hasMessageContaining("Link");
    }

    private static Operation operation(OpenAPI document) {
        return document.getPaths()
                .getPathItem("/api/atlas/v2/groups/{groupId}/things")
                .getGET();
    }

    private static OpenAPI complete(String yaml) {
        return SmallRyeOpenAPI.builder()
                .withConfig(ConfigProvider.getConfig())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .addFilter(new CommonParts())
                .build()
                .model();
    }
}
