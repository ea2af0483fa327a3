package org.tuguan.api.processes;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanApplication;

/**
 * Runs jobs in the background, each by one node; one for which there is no room on this node is
 * tried again soon. Results are kept for a month.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ProcessJobs {
  static final TaskDescriptor<String> TASK = TaskDescriptor.of("process", String.class);

  private static final Schedule NO_ROOM = Schedules.fixedDelay(Duration.ofSeconds(3));

  /** After a restart the scheduler may be there before the plugins are. */
  private static final Schedule UNTIL_THERE = Schedules.fixedDelay(Duration.ofSeconds(20));

  private static final Schedule AFTER_FAILURE = Schedules.fixedDelay(Duration.ofMinutes(5));
  private static final Duration KEEP = Duration.ofDays(30);

  private final JdbcProcessJobs jobs;
  private final Clock clock;

  ProcessJobs(JdbcProcessJobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @Bean
  CustomTask<String> runProcess(ProcessRuns runs, ProcessProperties properties) {
    Semaphore room = new Semaphore(properties.atOnce());
    return Tasks.custom(TASK)
        .onFailureReschedule(AFTER_FAILURE)
        .execute(
            (instance, context) -> {
              if (!room.tryAcquire()) {
                return new CompletionHandler.OnCompleteReschedule<>(NO_ROOM);
              }
              try {
                return runs.run(UUID.fromString(instance.getData()))
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : new CompletionHandler.OnCompleteReschedule<>(UNTIL_THERE);
              } finally {
                room.release();
              }
            });
  }

  @Bean
  RecurringTask<Void> tidyProcesses() {
    return Tasks.recurring(
            "process-tidy", Schedules.daily(TuguanApplication.ZONE, LocalTime.of(3, 40)))
        .execute((instance, context) -> jobs.deleteBefore(clock.instant().minus(KEEP)));
  }
}
