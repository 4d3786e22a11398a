/** Objects as files below one folder. */
@NullMarked
package com.aftercall.storage.local;

import org.jspecify.annotations.NullMarked;
