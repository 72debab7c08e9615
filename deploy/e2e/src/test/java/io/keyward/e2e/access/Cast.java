package io.keyward.e2e.access;

import io.keyward.e2e.access.CallerKind.Standing;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One caller of every kind, around one project and its organisation. */
final class Cast {
    private static final String NEVER_ISSUED = "5f5f5f5f5f5f5f5f5f5f5f5f";
    private static final Set<String> NONE = Set.of();
    private static final Set<String> MEMBER = Set.of("ORG_MEMBER");
    private static final Set<String> ORG_OWNER = Set.of("ORG_OWNER");
    private static final Set<String> OWNER = Set.of("GROUP_OWNER");

    private final Stage stage;
    private final Tenant tenant;
    private final Credentials credentials;
    private final Credentials.Account ownersAccount;
    private final List<Role> roles = new ArrayList<>();

    private Cast(Stage stage) {
        this.stage = stage;
        tenant = Tenant.arrive(stage);
        credentials = new Credentials(stage.api(), stage.orgId());
        ownersAccount = credentials.serviceAccount(ORG_OWNER, tenant.groupId(), OWNER);
        keepOpen();
    }

    /** A project with a cluster cannot be closed, not even by those who may. */
    private void keepOpen() {
        stage.api()
                .post(tenant.project("/clusters"), tenant.clusterBody("keeps-it-open", "NONE", "M10"))
                .expect(201);
    }

    /** Somebody and what may be expected of them. */
    record Role(CallerKind kind, Api api) {
        @Override
        public String toString() {
            return kind.toString();
        }
    }

    static Cast assemble(Stage stage) {
        Cast cast = new Cast(stage);
        cast.nobodies();
        cast.membersOfTheProject();
        cast.membersOfTheOrganization();
        cast.strangers();
        cast.others();
        return cast;
    }

    List<Role> roles() {
        return List.copyOf(roles);
    }

    /** Who owns both the project and the organisation. */
    CallerKind owner() {
        return new CallerKind("the owner of everything, by key", Standing.CUSTOMER, OWNER, ORG_OWNER, NONE);
    }

    /** A new token of an account that may do what the owner may. */
    String ownersToken() {
        return credentials.token(ownersAccount);
    }

    /** A path of the table, about this cast's project and organisation, and about nothing that exists below them. */
    String fill(String path) {
        return path.replace("{groupId}", tenant.groupId())
                .replace("{orgId}", stage.orgId())
                .replace("{cloudProvider}", "AWS")
                .replace("{clusterName}", "no-such-cluster")
                .replace("{groupName}", "no-such-project")
                .replace("{clientId}", "mdb_sa_id_" + NEVER_ISSUED)
                .replace("{ipAddress}", "192.0.2.7")
                .replaceAll("\\{\\w+}", NEVER_ISSUED);
    }

    private void nobodies() {
        String publicKey = stage.stack().addresses().publicKey();
        add("no credentials", Standing.NOBODY, NONE, NONE, stage.api().anonymous());
        add("an unknown key", Standing.NOBODY, NONE, NONE, stage.api().as("nobodyyy", "guessed"));
        add("a wrong private key", Standing.NOBODY, NONE, NONE, stage.api().as(publicKey, "guessed"));
        add("a token that is none", Standing.NOBODY, NONE, NONE, stage.api().bearing("a.b.c"));
        add(
                "a token of the operators' issuer for somebody else",
                Standing.NOBODY,
                NONE,
                NONE,
                stage.api().bearing(stage.operators().token(List.of("staff"))));
    }

    private void membersOfTheProject() {
        Needs.EVERY_PROJECT_ROLE.stream()
                .sorted(Comparator.naturalOrder())
                .forEach(role -> add(
                        role,
                        Standing.CUSTOMER,
                        Set.of(role),
                        MEMBER,
                        credentials
                                .apiKey(MEMBER, tenant.groupId(), Set.of(role))
                                .caller()));
    }

    private void membersOfTheOrganization() {
        List.of("ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_OWNER")
                .forEach(role -> add(
                        role + " outside of the project",
                        Standing.CUSTOMER,
                        NONE,
                        Set.of(role),
                        credentials.apiKey(Set.of(role)).caller()));
    }

    private void strangers() {
        Tenant other = Tenant.arrive(stage);
        add(
                "the owner of another project",
                Standing.CUSTOMER,
                NONE,
                MEMBER,
                credentials.apiKey(MEMBER, other.groupId(), OWNER).caller());
        Credentials.Account account = credentials.serviceAccount(MEMBER, other.groupId(), OWNER);
        add(
                "a token of another project's owner",
                Standing.CUSTOMER,
                NONE,
                MEMBER,
                stage.api().bearing(credentials.token(account)));
        add(
                new CallerKind("the owner of another organization", Standing.CUSTOMER, NONE, NONE, ORG_OWNER),
                stage.newOrganization().owner());
    }

    private void others() {
        add(owner(), stage.api());
        add(
                new CallerKind("the owner of everything, by token", Standing.CUSTOMER, OWNER, ORG_OWNER, NONE),
                stage.api().bearing(ownersToken()));
        add("the driver", Standing.DRIVER, NONE, NONE, stage.driverApi());
        add("an operator", Standing.OPERATOR, NONE, NONE, stage.operatorApi());
    }

    private void add(CallerKind kind, Api api) {
        roles.add(new Role(kind, api));
    }

    private void add(String name, Standing standing, Set<String> inProject, Set<String> inOrganization, Api api) {
        add(new CallerKind(name, standing, inProject, inOrganization, NONE), api);
    }
}
