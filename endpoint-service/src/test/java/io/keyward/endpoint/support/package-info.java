/** What the tests of this service share. */
package io.keyward.endpoint.support;
