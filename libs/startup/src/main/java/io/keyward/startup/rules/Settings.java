package io.keyward.startup.rules;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a service was told, by property, defaults included. Values may be secret: they are judged and never said. */
public final class Settings {
    /** Stands in the presets of a service for what it cannot start without. */
    private static final String NOT_SET = "not-set.invalid";

    private final UnaryOperator<@Nullable String> values;
    private final Set<String> names;
    private final UnaryOperator<@Nullable String> files;

    /**
     * @param values the value of a property, null when it has none
     * @param names of all properties that have one
     * @param files what is in a file, null when it cannot be read
     */
    public Settings(UnaryOperator<@Nullable String> values, Set<String> names, UnaryOperator<@Nullable String> files) {
        this.values = values;
        this.names = Set.copyOf(names);
        this.files = files;
    }

    /** The value; one of nothing but spaces is none, nor is what a service has preset for want of any. */
    public Optional<String> value(String property) {
        return Optional.ofNullable(values.apply(property))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.contains(NOT_SET));
    }

    /** Whether it has the value, however it is spelt. */
    public boolean is(String property, String value) {
        return value(property).filter(value::equalsIgnoreCase).isPresent();
    }

    /** Whether it is there, and empty on purpose. */
    public boolean isEmptied(String property) {
        String value = values.apply(property);
        return value != null && value.isBlank();
    }

    /** The value, or what is in the file that {@code <property>-file} names. */
    public Optional<String> valueOrFile(String property) {
        return value(property).or(() -> value(property + "-file").map(files));
    }

    /** Whether either the property or {@code <property>-file} is there. */
    public boolean has(String property) {
        return value(property).isPresent() || value(property + "-file").isPresent();
    }

    /** Properties that begin and end so, in order. */
    public Stream<String> named(String beginning, String end) {
        return names.stream()
                .filter(name -> name.startsWith(beginning) && name.endsWith(end))
                .sorted();
    }

    /** The same, and those that an environment variable alone has told of, which no other source has a name for. */
    public Stream<String> told(String beginning, String end) {
        Set<String> known = named(beginning, end).map(Problem::variable).collect(Collectors.toSet());
        Stream<String> variables = names.stream()
                .filter(name -> name.startsWith(Problem.variable(beginning)) && name.endsWith(Problem.variable(end)))
                .filter(name -> !known.contains(name))
                .sorted();
        return Stream.concat(named(beginning, end), variables);
    }
}
