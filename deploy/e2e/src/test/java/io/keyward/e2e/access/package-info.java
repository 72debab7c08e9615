/** Who may do what, as one table over every operation and every kind of caller, and how soon nobody may any more. */
package io.keyward.e2e.access;
