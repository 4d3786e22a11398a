/** FFmpeg's library, for all that is no plain WAV. */
@NullMarked
package com.aftercall.recording.ffmpeg;

import org.jspecify.annotations.NullMarked;
