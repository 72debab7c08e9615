/**
 * Who changes of what a project is told: projects that begin and end, and people. Every change has the project looked at in the same transaction, so that
 * an alert that nobody asks for any more is cancelled with it.
 */
@NullMarked
package io.keyward.validation.alert.setup;

import org.jspecify.annotations.NullMarked;
