/** Salesforce's REST API: logging in, describing objects, writing records and files. */
@NullMarked
package com.aftercall.publication.salesforce;

import org.jspecify.annotations.NullMarked;
