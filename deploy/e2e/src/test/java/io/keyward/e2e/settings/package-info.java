/** What can be set, read from the interfaces that declare it, and the page that lists it. */
package io.keyward.e2e.settings;
