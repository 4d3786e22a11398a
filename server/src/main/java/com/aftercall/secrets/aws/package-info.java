/** The secret in AWS Secrets Manager. */
@NullMarked
package com.aftercall.secrets.aws;

import org.jspecify.annotations.NullMarked;
