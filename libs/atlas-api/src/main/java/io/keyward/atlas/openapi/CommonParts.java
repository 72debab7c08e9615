package io.keyward.atlas.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jspecify.annotations.Nullable;

/** Completes a service's document with what all of them have in common, while the service is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonParts implements OASFilter {
    private static final String RESOURCE = "/META-INF/keyward/openapi-common.yaml";

    /** Made by the framework. */
    public CommonParts() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        OpenAPI common = read();
        document.getInfo().setDescription(common.getInfo().getDescription());
        document.setServers(common.getServers());
        document.setSecurity(common.getSecurity());
        Components all = Optional.ofNullable(document.getComponents()).orElseGet(OASFactory::createComponents);
        add(all, Objects.requireNonNull(common.getComponents()));
        document.setComponents(all);
        if (document.getPaths() != null) {
            StandardParts parts = new StandardParts(new ErrorAnswers(all));
            document.getPaths().getPathItems().forEach(parts::complete);
        }
    }

    private static void add(Components all, Components common) {
        add(all.getSchemas(), common.getSchemas(), all::addSchema);
        add(all.getParameters(), common.getParameters(), all::addParameter);
        add(all.getHeaders(), common.getHeaders(), all::addHeader);
        add(all.getResponses(), common.getResponses(), all::addResponse);
        add(all.getSecuritySchemes(), common.getSecuritySchemes(), all::addSecurityScheme);
    }

    private static <T> void add(@Nullable Map<String, T> own, Map<String, T> common, BiConsumer<String, T> add) {
        common.forEach((name, part) -> {
            if (own != null && own.containsKey(name)) {
                throw new IllegalStateException(name + " is a common part already, and is not described again.");
            }
            add.accept(name, part);
        });
    }

    private static OpenAPI read() {
        return SmallRyeOpenAPI.builder()
                .withConfig(ConfigProvider.getConfig())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(CommonParts::open)
                .build()
                .model();
    }

    private static InputStream open() {
        try {
            return Objects.requireNonNull(CommonParts.class.getResource(RESOURCE), RESOURCE)
                    .openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
