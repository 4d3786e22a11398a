/** Listening over HTTP. */
@NullMarked
package com.aftercall.playback.web;

import org.jspecify.annotations.NullMarked;
