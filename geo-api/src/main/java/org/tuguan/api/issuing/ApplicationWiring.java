package org.tuguan.api.issuing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.core.issuing.law.FeeClock;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.issuing.law.Statutes;

/** What issuing is made of, and what it does by itself. */
@Configuration(proxyBeanMethods = false)
class ApplicationWiring {
  private static final Duration TRIALS_KEPT = Duration.ofDays(90);

  @Bean
  FeeClock feeClock() {
    return new FeeClock(Statutes.shipped(), Holidays.shipped());
  }

  /** Deadlines that have passed, and trials that nobody needs; on one node. */
  @Bean
  @ConditionalOnWebApplication
  RecurringTask<Void> tidyApplications(Overdue overdue, JdbcQuotes quotes, Clock clock) {
    return Tasks.recurring("applications-overdue", Schedules.fixedDelay(Duration.ofHours(1)))
        .execute(
            (instance, context) -> {
              overdue.end();
              quotes.deleteTrials(clock.instant().minus(TRIALS_KEPT));
            });
  }
}
