/** What Microsoft Graph tells an application of itself, if its tenant allowed that: when its secrets end. */
@NullMarked
package io.keyward.validation.provider.azure.graph;

import org.jspecify.annotations.NullMarked;
