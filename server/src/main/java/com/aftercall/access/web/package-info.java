/** Tokens and sessions over HTTP. */
@NullMarked
package com.aftercall.access.web;

import org.jspecify.annotations.NullMarked;
