package io.keyward.atlas.version;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of a resource class as the catalog knows it.
 *
 * @param verb the HTTP method
 * @param produces the media types it answers with
 * @param gone the media types it is declared not to answer with any more
 */
public record ResourceMethod(PathTemplate path, String verb, Set<String> produces, Set<String> gone, Method method) {

    /** Those of one class, inherited and not public ones included. */
    public static Stream<ResourceMethod> of(Class<?> resource) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> of(resource, method).stream());
    }

    private static Optional<ResourceMethod> of(Class<?> resource, Method method) {
        return verbOf(method)
                .map(verb -> new ResourceMethod(
                        new PathTemplate(pathOf(resource.getAnnotation(Path.class)) + "/"
                                + pathOf(method.getAnnotation(Path.class))),
                        verb,
                        nearest(method, resource, Produces.class)
                                .map(found -> Set.of(found.value()))
                                .orElse(Set.of()),
                        nearest(method, resource, VersionsGone.class)
                                .map(found -> Set.of(found.value()))
                                .orElse(Set.of()),
                        method));
    }

    /** The path with its parameters in braces. */
    public String template() {
        return path.toString();
    }

    /** The annotation of the method, or else of its class. */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return nearest(method, method.getDeclaringClass(), type);
    }

    VersionRules.Known versions() {
        SortedSet<VersionDate> served = VersionDate.all(produces);
        return new VersionRules.Known(served, VersionDate.all(gone), sunsets(served));
    }

    private Map<VersionDate, LocalDate> sunsets(SortedSet<VersionDate> served) {
        VersionSunset sunset = method.getAnnotation(VersionSunset.class);
        if (sunset == null) {
            return Map.of();
        }
        VersionDate version = VersionDate.of(sunset.version())
                .filter(served::contains)
                .orElseThrow(() -> new IllegalStateException(method + " does not serve " + sunset.version()));
        return Map.of(version, LocalDate.parse(sunset.date()));
    }

    private static Optional<String> verbOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String pathOf(@Nullable Path path) {
        return path == null ? "" : path.value();
    }

    private static <A extends Annotation> Optional<A> nearest(Method method, Class<?> resource, Class<A> type) {
        return Stream.of(method, resource)
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(type)))
                .findFirst();
    }

    static Set<String> verbsOf(List<ResourceMethod> methods) {
        return methods.stream().map(ResourceMethod::verb).collect(Collectors.toSet());
    }
}
