/** Streams and what came out of them, over HTTP. */
@NullMarked
package com.aftercall.stream.web;

import org.jspecify.annotations.NullMarked;
