/**
 * Access lists: the addresses from which a credential may be used. Without entries it may be used from anywhere, unless its organisation
 * insists on a list.
 */
@NullMarked
package io.keyward.config.access.accesslist;

import org.jspecify.annotations.NullMarked;
