/**
 * Intent: what tenants want of their organisations, projects, customer keys and clusters. Everything below is one feature each; the
 * tables of a feature are touched by its own stores alone, and every change leaves with its event in one transaction.
 */
@NullMarked
package io.keyward.config;

import org.jspecify.annotations.NullMarked;
