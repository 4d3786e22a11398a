package com.aftercall.bulk;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties bulk actions to db-scheduler, which takes them up again when a server died. */
@Configuration(proxyBeanMethods = false)
class BulkTask {

  static final TaskDescriptor<String> DESCRIPTOR = TaskDescriptor.of("bulk", String.class);

  private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(10);

  @Bean
  OneTimeTask<String> bulkActionTask(BulkWork work) {
    return Tasks.oneTime(DESCRIPTOR)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(WAIT_AFTER_FAILURE))
        .execute((instance, context) -> work.run(instance.getData()));
  }

  @Bean
  RecurringTask<Void> bulkTidying(BulkWork work) {
    return Tasks.recurring("bulk-tidying", FixedDelay.of(BETWEEN_TIDYING))
        .execute((instance, context) -> work.tidy());
  }
}
