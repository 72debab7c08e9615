package io.keyward.access;

import io.keyward.atlas.version.ResourceCatalog;
import io.keyward.atlas.version.ResourceMethod;
import io.keyward.atlas.version.VersionSunset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service serves to the public, one line for each operation: {@code GET /path/{id} [2023-01-01, 2024-08-05] for [GROUP_OWNER]}. Any
 * of the roles will do; {@code ANYONE} is whoever has authenticated, and nobody at all has to when there are none. Versions that are
 * declared gone have a minus in front, and those that will be say until when they are promised. Its OpenAPI document is held against these
 * lines.
 */
public final class ServedOperations {
    /** Whoever has authenticated. */
    public static final String ANYONE = "ANYONE";

    private static final String PUBLIC = "/api/";
    private static final Pattern DATE = Pattern.compile("\\.(\\d{4}-\\d{2}-\\d{2})\\+json");
    private static final Pattern RULE_OF_PARAMETER = Pattern.compile("\\{\\s*([\\w.-]+)\\s*:(?:[^{}]|\\{[^{}]*})+}");

    private ServedOperations() {}

    /** The lines, in order. */
    public static List<String> of(ResourceCatalog catalog) {
        return catalog.methods().stream()
                .filter(method -> method.template().startsWith(PUBLIC))
                .collect(Collectors.groupingBy(ServedOperations::name))
                .entrySet()
                .stream()
                .map(operation -> "%s %s for %s"
                        .formatted(operation.getKey(), versions(operation.getValue()), roles(operation.getValue())))
                .sorted()
                .toList();
    }

    private static String name(ResourceMethod method) {
        return method.verb() + " "
                + RULE_OF_PARAMETER.matcher(method.template()).replaceAll("{$1}");
    }

    private static Set<String> versions(Collection<ResourceMethod> methods) {
        Set<String> versions = new TreeSet<>();
        methods.forEach(method -> {
            Optional<VersionSunset> sunset = method.annotation(VersionSunset.class);
            dates(method.produces())
                    .map(date -> sunset.filter(it -> it.version().contains(date))
                            .map(it -> date + " until " + it.date())
                            .orElse(date))
                    .forEach(versions::add);
            dates(method.gone()).map(gone -> "-" + gone).forEach(versions::add);
        });
        return versions;
    }

    private static Stream<String> dates(Collection<String> mediaTypes) {
        return mediaTypes.stream().map(DATE::matcher).filter(Matcher::find).map(date -> date.group(1));
    }

    private static Set<String> roles(Collection<ResourceMethod> methods) {
        return methods.stream().flatMap(ServedOperations::roles).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> roles(ResourceMethod method) {
        List<String> roles = Stream.of(
                        method.annotation(Requires.class).stream().flatMap(ServedOperations::roles),
                        method.annotation(RequiresOrg.class).stream().flatMap(required -> names(required.value())),
                        method.annotation(ForDrivers.class).map(drivers -> Caller.Kind.DRIVER.name()).stream(),
                        method.annotation(ForOperators.class).map(operators -> Caller.Kind.OPERATOR.name()).stream())
                .flatMap(some -> some)
                .toList();
        boolean open = method.annotation(Open.class).isPresent();
        return roles.isEmpty() && !open ? Stream.of(ANYONE) : roles.stream();
    }

    private static Stream<String> roles(Requires required) {
        return Stream.concat(names(required.value()), names(required.orOrg()));
    }

    private static Stream<String> names(Enum<?>[] roles) {
        return Stream.of(roles).map(Enum::name);
    }
}
