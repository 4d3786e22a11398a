package com.aftercall.stream;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties backfills to db-scheduler, which takes them up again when a server died. */
@Configuration(proxyBeanMethods = false)
class BackfillTask {

  static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("backfill");

  private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(10);

  @Bean
  OneTimeTask<Void> oneBackfill(BackfillWork work) {
    return Tasks.oneTime(DESCRIPTOR)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(WAIT_AFTER_FAILURE))
        .execute(
            (instance, context) ->
                work.run(instance.getId(), context.getSchedulerState()::isShuttingDown));
  }
}
