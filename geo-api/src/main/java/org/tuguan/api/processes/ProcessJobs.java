package org.tuguan.api.processes;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.access.Caller;

/** Runs jobs in the background, each by one node; results are kept for a month. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ProcessJobs {
  private static final TaskDescriptor<String> TASK = TaskDescriptor.of("process", String.class);
  private static final Duration KEEP = Duration.ofDays(30);

  private final JdbcProcessJobs jobs;
  private final ObjectProvider<SchedulerClient> scheduler;
  private final Clock clock;

  ProcessJobs(JdbcProcessJobs jobs, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
    this.jobs = jobs;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Bean
  OneTimeTask<String> runProcess(ProcessRuns runs) {
    return Tasks.oneTime(TASK)
        .execute((instance, context) -> runs.run(UUID.fromString(instance.getData())));
  }

  @Bean
  RecurringTask<Void> tidyProcesses() {
    return Tasks.recurring(
            "process-tidy", Schedules.daily(TuguanApplication.ZONE, LocalTime.of(3, 40)))
        .execute((instance, context) -> jobs.deleteBefore(clock.instant().minus(KEEP)));
  }

  /**
   * @param inputs JSON, checked
   */
  UUID accept(String process, Caller caller, String inputs) {
    UUID id = UUID.randomUUID();
    Optional<String> account = caller.user();
    jobs.insert(id, process, account, inputs);
    scheduler
        .getObject()
        .schedule(TASK.instance(id.toString()).data(id.toString()).build(), clock.instant());
    return id;
  }
}
