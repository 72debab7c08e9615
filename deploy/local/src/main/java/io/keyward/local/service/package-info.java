/** The services as processes of their own: what they are told, when they are ready, and how they end. */
@NullMarked
package io.keyward.local.service;

import org.jspecify.annotations.NullMarked;
