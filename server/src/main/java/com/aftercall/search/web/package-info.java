/** Lists, counts, values to choose from, the dashboard and saved views over HTTP. */
@NullMarked
package com.aftercall.search.web;

import org.jspecify.annotations.NullMarked;
