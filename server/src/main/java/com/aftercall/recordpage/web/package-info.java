/** Record pages and lists over HTTP. */
@NullMarked
package com.aftercall.recordpage.web;

import org.jspecify.annotations.NullMarked;
