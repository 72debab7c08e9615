/** What the services tell of themselves, held to the pages that explain it. */
package io.keyward.e2e.metrics;
