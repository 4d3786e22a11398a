/** Objects over HTTP. */
@NullMarked
package com.aftercall.storage.web;

import org.jspecify.annotations.NullMarked;
