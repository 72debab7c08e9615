package io.keyward.e2e.access;

import io.keyward.e2e.access.CallerKind.Standing;
import java.util.Set;
import java.util.stream.Collectors;

/** What an operation asks of its callers. */
sealed interface Needs {
    Set<String> EVERY_PROJECT_ROLE = Set.of(
            "GROUP_READ_ONLY",
            "GROUP_DATA_ACCESS_READ_ONLY",
            "GROUP_CLUSTER_CREATOR",
            "GROUP_CLUSTER_MANAGER",
            "GROUP_ALERTS_MANAGER",
            "GROUP_BACKUP_MANAGER",
            "GROUP_OWNER");

    /** One of these roles in the project of the path. */
    record InProject(Set<String> roles) implements Needs {}

    /** One of these roles in the organisation; on a path within a project, that the project is seen, too. */
    record InOrganization(Set<String> roles) implements Needs {}

    /** One of these roles in the caller's own organisation: the path names none. */
    record AtHome(Set<String> roles) implements Needs {}

    /** Any role in the organisation, or none at all for those who run the installation. */
    record MemberOrOperator() implements Needs {}

    /** Owner of the project, or of its organisation. */
    record OwnerOfEither() implements Needs {}

    /** Whoever has authenticated, except drivers. */
    record Anyone() implements Needs {}

    record Driver() implements Needs {}

    record Operator() implements Needs {}

    /** The token of a hint source, which nobody else's credentials stand for. */
    record HintSource() implements Needs {}

    /** Nothing at all. */
    record Nothing() implements Needs {}

    /** What becomes of a call. */
    enum Outcome {
        /** Anything but a refusal for who is calling. */
        ALLOWED,
        /** 401. */
        UNKNOWN_CALLER,
        /** 403. */
        FORBIDDEN,
        /** 404, as if there were no such project or organisation. */
        UNSEEN
    }

    static Needs project(String... roles) {
        return new InProject(Set.of(roles));
    }

    static Needs organization(String... roles) {
        return new InOrganization(Set.of(roles));
    }

    static Needs atHome(String... roles) {
        return new AtHome(Set.of(roles));
    }

    /** @param path of the operation, with its parameters in braces */
    default Outcome outcomeFor(CallerKind caller, String path) {
        if (this instanceof Nothing) {
            return Outcome.ALLOWED;
        }
        if (caller.standing() == Standing.NOBODY || this instanceof HintSource) {
            return Outcome.UNKNOWN_CALLER;
        }
        if (path.contains("{groupId}") && !caller.seesProject()
                || path.contains("{orgId}") && !caller.seesOrganization()) {
            return Outcome.UNSEEN;
        }
        return admits(caller) ? Outcome.ALLOWED : Outcome.FORBIDDEN;
    }

    /** In words, for the page about access. */
    default String inWords() {
        return switch (this) {
            case InProject needed -> anyOf(needed.roles());
            case InOrganization needed -> anyOf(needed.roles());
            case AtHome needed -> anyOf(needed.roles());
            case MemberOrOperator members -> "any role in the organization, or an operator";
            case OwnerOfEither either -> "`GROUP_OWNER` or `ORG_OWNER`";
            case Anyone anyone -> "any API key, service account or operator";
            case Driver driver -> "a cluster driver";
            case Operator operator -> "an operator";
            case HintSource source -> "the token of a hint source";
            case Nothing nothing -> "nothing";
        };
    }

    private static String anyOf(Set<String> roles) {
        return roles.equals(EVERY_PROJECT_ROLE)
                ? "any role in the project"
                : roles.stream().sorted().map(role -> "`" + role + "`").collect(Collectors.joining(" or "));
    }

    private boolean admits(CallerKind caller) {
        boolean customer = caller.standing() == Standing.CUSTOMER;
        return switch (this) {
            case InProject needed -> customer && caller.hasProjectRole(needed.roles());
            case InOrganization needed -> customer && caller.hasOrganizationRole(needed.roles());
            case AtHome needed -> customer && caller.hasRoleAtHome(needed.roles());
            case MemberOrOperator members -> customer || caller.standing() == Standing.OPERATOR;
            case OwnerOfEither either ->
                customer
                        && (caller.hasProjectRole(Set.of("GROUP_OWNER"))
                                || caller.hasOrganizationRole(Set.of("ORG_OWNER")));
            case Anyone anyone -> customer || caller.standing() == Standing.OPERATOR;
            case Driver driver -> caller.standing() == Standing.DRIVER;
            case Operator operator -> caller.standing() == Standing.OPERATOR;
            case HintSource source -> false;
            case Nothing nothing -> true;
        };
    }
}
