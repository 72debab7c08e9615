/**
 * Private endpoints as operators of a project want to see them, whatever cloud they are on: why each is in its state and since when, whom it replaces or is
 * replaced by, and how its region answers. What is asked for and deleted is so in the package above, as Atlas has it.
 */
@NullMarked
package io.keyward.endpoint.api.overview;

import org.jspecify.annotations.NullMarked;
