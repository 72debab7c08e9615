package io.keyward.config.founding;

import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.member.Member;
import java.util.List;

/** An organisation with whom and what it begins: somebody to write to, and a credential that owns it. */
record Founding(Organization organization, Member owner, List<NewCredential> credentials) {}
