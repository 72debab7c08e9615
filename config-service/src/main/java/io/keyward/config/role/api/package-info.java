/** Cloud provider access on the wire: one shape of request and of answer for each cloud, and what is asked before a role is believed. */
@NullMarked
package io.keyward.config.role.api;

import org.jspecify.annotations.NullMarked;
