/** What a command shows: tables, bars, lines that are drawn again in place. */
@NullMarked
package com.aftercall.cli.terminal;

import org.jspecify.annotations.NullMarked;
