package org.tuguan.api.sharing.circulation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanApplication;

/** Every night yesterday's figure is published, and those of days on which no server ran. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class CirculationJobs {
  private static final LocalTime AT = LocalTime.of(1, 30);

  @Bean
  RecurringTask<Void> publishCirculation(CirculationFigures figures) {
    return Tasks.recurring("circulation-publish", Schedules.daily(TuguanApplication.ZONE, AT))
        .execute((instance, context) -> figures.publishDays());
  }
}
