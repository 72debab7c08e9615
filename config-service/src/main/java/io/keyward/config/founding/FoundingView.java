package io.keyward.config.founding;

import io.keyward.config.access.apikey.ApiKeyView;
import io.keyward.config.organization.OrganizationView;
import io.keyward.config.organization.member.MemberView;

/**
 * A new organisation as it is answered.
 *
 * @param apiKey its first key, which owns it; with the private half, here alone
 */
record FoundingView(ApiKeyView apiKey, OrganizationView organization, MemberView owner) {}
