package org.tuguan.api.sharing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the calendar does with agreements and requests, once over all nodes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SharingJobs {
  /** Rights end by their days without it; this ends keys and links, within a minute. */
  private static final Duration OFTEN = Duration.ofSeconds(20);

  @Bean
  RecurringTask<Void> keepUpAgreements(AgreementCalendar calendar, LayerRequests requests) {
    return Tasks.recurring("agreements", Schedules.fixedDelay(OFTEN))
        .execute(
            (instance, context) -> {
              calendar.keepUp();
              requests.remind();
            });
  }
}
