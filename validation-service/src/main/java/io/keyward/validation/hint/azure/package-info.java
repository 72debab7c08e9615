/**
 * Hints of Azure, as Event Grid delivers them. {@code EventGridReader} takes from an event what names vaults, keys and resources, {@code AzureHintRules}
 * decides which key uses it may be about.
 */
@NullMarked
package io.keyward.validation.hint.azure;

import org.jspecify.annotations.NullMarked;
