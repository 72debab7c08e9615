package io.keyward.config.organization;

import java.util.List;

/** An organisation and its people. */
public record Organization(String id, String name, List<Member> members) {

    /** A person: whom to write to. */
    public record Member(String id, String name, String email, boolean owner) {}

    /** The members that own the organisation. */
    public List<Member> owners() {
        return members.stream().filter(Member::owner).toList();
    }
}
