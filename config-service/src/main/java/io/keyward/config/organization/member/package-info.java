/**
 * The people of an organisation: whom to write to, about it and about which of its projects. They have no credentials of their own.
 */
@NullMarked
package io.keyward.config.organization.member;

import org.jspecify.annotations.NullMarked;
