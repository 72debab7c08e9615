/** The manual's page on AWS keys over private endpoints: followed from top to bottom, and departed from where it says what cannot be. */
package io.keyward.e2e.manual;
