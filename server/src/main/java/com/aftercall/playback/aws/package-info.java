/** Amazon CloudFront, which may serve the recordings. */
@NullMarked
package com.aftercall.playback.aws;

import org.jspecify.annotations.NullMarked;
