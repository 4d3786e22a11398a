/** Apache Kafka. */
@NullMarked
package com.aftercall.stream.kafka;

import org.jspecify.annotations.NullMarked;
