/** Where the secret's fields come from; closed to other modules. */
@NullMarked
package com.aftercall.secrets.spi;

import org.jspecify.annotations.NullMarked;
