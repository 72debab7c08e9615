/**
 * Where the stack's mail ends: a real SMTP server that delivers to nobody, and a page on which programs and people read what arrived. It keeps
 * the latest mails in memory only, so that nothing of them survives the stack.
 */
@NullMarked
package io.keyward.local.mail;

import org.jspecify.annotations.NullMarked;
