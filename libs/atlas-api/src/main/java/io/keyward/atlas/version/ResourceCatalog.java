package io.keyward.atlas.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every method of every resource of this service, read from their annotations at start-up. */
@ApplicationScoped
public class ResourceCatalog {
    private final List<ResourceMethod> methods;

    @Inject
    ResourceCatalog(BeanManager beans) {
        this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .distinct()
                .toList());
    }

    ResourceCatalog(List<Class<?>> classes) {
        this.methods = classes.stream()
                .filter(type -> !type.isInterface() && type.isAnnotationPresent(Path.class))
                .flatMap(ResourceMethod::of)
                .toList();
    }

    public List<ResourceMethod> methods() {
        return methods;
    }

    /** The HTTP methods that the resource at this path has; none when there is no such resource. */
    public Set<String> methodsOf(String path) {
        return ResourceMethod.verbsOf(at(path));
    }

    /** The versions that a method has at this path; empty when there is no such method, or it has no versions. */
    Optional<VersionRules.Known> versions(String verb, String path) {
        return at(path).stream()
                .filter(method -> answers(method, verb))
                .map(ResourceMethod::versions)
                .reduce(VersionRules.Known::and)
                .filter(known -> !known.served().isEmpty() || !known.gone().isEmpty());
    }

    /** The types of body that a method at this path declares to take; empty when it declares none, which means JSON. */
    Optional<List<String>> consumes(String verb, String path) {
        return at(path).stream()
                .filter(method -> answers(method, verb))
                .flatMap(method -> method.annotation(Consumes.class).stream())
                .map(declared -> List.of(declared.value()))
                .findFirst();
    }

    private List<ResourceMethod> at(String path) {
        List<ResourceMethod> matching =
                methods.stream().filter(method -> method.path().matches(path)).toList();
        Optional<PathTemplate> best =
                matching.stream().map(ResourceMethod::path).max(PathTemplate.BY_SPECIFICITY);
        return matching.stream()
                .filter(method -> best.stream()
                        .anyMatch(template -> PathTemplate.BY_SPECIFICITY.compare(method.path(), template) == 0))
                .toList();
    }

    private static boolean answers(ResourceMethod method, String verb) {
        return method.verb().equals(verb)
                || verb.equals("HEAD") && method.verb().equals("GET");
    }
}
