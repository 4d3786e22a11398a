/** Signing in with OpenID Connect; the only part that knows Nimbus. */
@NullMarked
package com.aftercall.access.openid;

import org.jspecify.annotations.NullMarked;
