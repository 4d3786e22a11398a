/** The port for decoders of audio formats; closed to other modules. */
@NullMarked
package com.aftercall.recording.spi;

import org.jspecify.annotations.NullMarked;
