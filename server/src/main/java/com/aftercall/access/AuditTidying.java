package com.aftercall.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes from the audit trail what is older than it has to be. */
@Configuration(proxyBeanMethods = false)
class AuditTidying {

  private static final Logger log = LoggerFactory.getLogger(AuditTidying.class);
  private static final Duration BETWEEN = Duration.ofHours(6);

  @Bean
  RecurringTask<Void> auditTidyingTask(
      AuditTrail trail, AccessSettings settings, InstantSource clock) {
    return Tasks.recurring("audit-tidying", FixedDelay.of(BETWEEN))
        .execute(
            (instance, context) -> {
              var before = clock.instant().minus(settings.auditKeep());
              var removed = trail.removeBefore(before);
              if (removed > 0) {
                log.info("Removed {} entries of the audit trail from before {}", removed, before);
              }
            });
  }
}
