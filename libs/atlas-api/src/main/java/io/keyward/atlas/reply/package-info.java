/** What every answer has in common: its media type, and on request an envelope or indentation. */
@NullMarked
package io.keyward.atlas.reply;

import org.jspecify.annotations.NullMarked;
