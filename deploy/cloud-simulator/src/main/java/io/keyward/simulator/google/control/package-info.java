/** What an administrator of Google's side would do in its console, or what only Google can do. Served under {@code /_control/google}. */
package io.keyward.simulator.google.control;
