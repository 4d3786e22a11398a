/** Speech models over HTTP. */
@NullMarked
package com.aftercall.transcript.web;

import org.jspecify.annotations.NullMarked;
