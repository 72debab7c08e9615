/**
 * Of what a project wants to be told: alert configurations, which of them an alert is wanted by (pure), and how they are stored and published. Nothing here
 * opens an alert: whoever changes a configuration has the project looked at.
 */
@NullMarked
package io.keyward.validation.alert.configuration;

import org.jspecify.annotations.NullMarked;
