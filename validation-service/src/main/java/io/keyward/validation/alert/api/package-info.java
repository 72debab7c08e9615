/** Alerts and alert configurations over HTTP, in the dialect of the Atlas Administration API. Configurations can be read only. */
@NullMarked
package io.keyward.validation.alert.api;

import org.jspecify.annotations.NullMarked;
