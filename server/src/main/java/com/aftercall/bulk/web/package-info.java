/** Bulk actions over HTTP. */
@NullMarked
package com.aftercall.bulk.web;

import org.jspecify.annotations.NullMarked;
