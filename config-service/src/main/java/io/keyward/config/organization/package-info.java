/**
 * Organisations: whose projects, people and credentials these are. An organisation's row is the lock under which its people and credentials
 * change, so that two changes cannot each remove what looked like the last but one owner. Its people are in {@code member}.
 */
@NullMarked
package io.keyward.config.organization;

import org.jspecify.annotations.NullMarked;
