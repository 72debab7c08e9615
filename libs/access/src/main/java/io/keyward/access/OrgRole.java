package io.keyward.access;

/** What someone may do in an organisation. No role of an organisation gives any role in its projects. */
public enum OrgRole {
    ORG_OWNER("Organization Owner"),
    ORG_GROUP_CREATOR("Organization Project Creator"),
    ORG_MEMBER("Organization Member");

    private final String title;

    OrgRole(String title) {
        this.title = title;
    }

    /** The role's name for people, for example {@code Organization Owner}. */
    public String title() {
        return title;
    }

    /** Whether having this role is having {@code other}: the owner of an organisation has them all, and everyone is a member. */
    public boolean includes(OrgRole other) {
        return switch (this) {
            case ORG_OWNER -> true;
            case ORG_GROUP_CREATOR -> other != ORG_OWNER;
            case ORG_MEMBER -> other == ORG_MEMBER;
        };
    }
}
