package org.tuguan.api.usage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanApplication;

/** Every night, once over all nodes: room for the next months, and what is too old goes. */
@Configuration(proxyBeanMethods = false)
class UsageUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(UsageUpkeep.class);
  private static final LocalTime AT = LocalTime.of(3, 10);
  private static final int MONTHS_AHEAD = 2;

  @Bean
  RecurringTask<Void> usageUpkeepTask(
      JdbcUsageUpkeep months, UsageProperties properties, Clock clock) {
    return Tasks.recurring("usage-upkeep", Schedules.daily(TuguanApplication.ZONE, AT))
        .execute(
            (instance, context) ->
                run(months, properties, YearMonth.now(clock.withZone(TuguanApplication.ZONE))));
  }

  /** What is done in a month. */
  static void run(JdbcUsageUpkeep months, UsageProperties properties, YearMonth now) {
    for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      months.make(now.plusMonths(ahead));
    }
    YearMonth keep = now.minus(properties.keepRecords());
    YearMonth named = now.minus(properties.keepNames());
    for (YearMonth month : months.listMonths()) {
      if (month.isBefore(keep)) {
        months.drop(month);
        LOG.info("single records of use of {} are gone; the sums of its days stay", month);
      } else if (month.isBefore(named)) {
        int forgotten = months.forgetNames(month);
        if (forgotten > 0) {
          LOG.info("names of accounts are gone from {} records of {}", forgotten, month);
        }
      }
    }
  }
}
