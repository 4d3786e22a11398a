package com.aftercall.pipeline;

import com.aftercall.contact.DeletionSettings;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks into the bin now and then, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ErasureTask {

  @Bean
  RecurringTask<Void> erasureWork(Erasure erasure, DeletionSettings settings) {
    return Tasks.recurring("erasure", FixedDelay.of(settings.interval()))
        .execute((instance, context) -> erasure.eraseDue());
  }
}
