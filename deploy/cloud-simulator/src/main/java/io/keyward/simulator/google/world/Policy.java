package io.keyward.simulator.google.world;

import java.util.List;
import java.util.stream.Stream;

/** Who has which roles on a resource, and on everything below it. */
public record Policy(List<Binding> bindings) {

    public static final Policy EMPTY = new Policy(List.of());

    /** @param members such as {@code serviceAccount:keyward@keyward-platform.iam.gserviceaccount.com} */
    public record Binding(String role, List<String> members) {}

    /** One role for one member. */
    public static Policy of(String role, String member) {
        return new Policy(List.of(new Binding(role, List.of(member))));
    }

    public Policy and(String role, String member) {
        Binding added = new Binding(role, List.of(member));
        return new Policy(Stream.concat(bindings.stream(), Stream.of(added)).toList());
    }

    /** The roles that a member has here. */
    public Stream<String> rolesOf(String member) {
        return bindings.stream()
                .filter(binding -> binding.members().contains(member))
                .map(Binding::role);
    }
}
