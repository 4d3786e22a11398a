/** The secret in a sealed file of the data folder. */
@NullMarked
package com.aftercall.secrets.local;

import org.jspecify.annotations.NullMarked;
