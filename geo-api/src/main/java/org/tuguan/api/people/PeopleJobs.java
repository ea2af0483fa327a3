package org.tuguan.api.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has run out goes, every hour, on one node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PeopleJobs {
  @Bean
  RecurringTask<Void> tidyPeople(JdbcSignUps signUps, Clock clock) {
    return Tasks.recurring("people-tidy", Schedules.fixedDelay(Duration.ofHours(1)))
        .execute((instance, context) -> signUps.deleteExpired(clock.instant()));
  }
}
