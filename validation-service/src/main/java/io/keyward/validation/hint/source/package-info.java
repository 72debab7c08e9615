/**
 * Who may send hints about a project's keys: made, listed and deleted by the project's owners, recognised by a token that is shown once and kept as a hash.
 */
@NullMarked
package io.keyward.validation.hint.source;

import org.jspecify.annotations.NullMarked;
