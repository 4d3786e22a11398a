/** What playback asks a content delivery network about itself. */
@NullMarked
package com.aftercall.playback.spi;

import org.jspecify.annotations.NullMarked;
