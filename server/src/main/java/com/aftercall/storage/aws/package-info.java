/** Objects in Amazon S3 and in stores that speak its protocol. */
@NullMarked
package com.aftercall.storage.aws;

import org.jspecify.annotations.NullMarked;
