/** Live updates over HTTP. */
@NullMarked
package com.aftercall.live.web;

import org.jspecify.annotations.NullMarked;
