package org.tuguan.api.plugin;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.plugin.JobTimes;
import org.tuguan.core.plugin.PluginJob;

/**
 * The jobs of plugins, each by one node at a time; a job whose plugin is off rests, and one for
 * which there is no room on this node is tried again soon.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PluginJobs {
  private static final Logger LOG = LoggerFactory.getLogger(PluginJobs.class);
  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("plugin-job", Void.class);
  private static final Schedule REST = Schedules.fixedDelay(Duration.ofMinutes(5));
  private static final Schedule NO_ROOM = Schedules.fixedDelay(Duration.ofSeconds(15));

  /** After a restart the scheduler may be there before the plugins are. */
  private static final Schedule UNTIL_ON = Schedules.fixedDelay(Duration.ofSeconds(20));

  private final ObjectProvider<SchedulerClient> scheduler;
  private final ObjectProvider<Plugins> plugins;
  private final ExtensionRuns runs;
  private final PluginProperties properties;
  private final Semaphore room;
  private final Clock clock;

  PluginJobs(
      ObjectProvider<SchedulerClient> scheduler,
      ObjectProvider<Plugins> plugins,
      ExtensionRuns runs,
      PluginProperties properties,
      Clock clock) {
    this.scheduler = scheduler;
    this.plugins = plugins;
    this.runs = runs;
    this.properties = properties;
    this.room = new Semaphore(properties.jobsAtOnce());
    this.clock = clock;
  }

  @Bean
  CustomTask<Void> pluginJob() {
    return Tasks.custom(TASK)
        .onFailureReschedule(REST)
        .execute((instance, context) -> run(instance.getId()));
  }

  /** A job that waits already keeps its time. */
  void schedule(RunningPlugin plugin) {
    for (PluginJob job : plugin.extensions(PluginJob.class)) {
      scheduler.ifAvailable(
          known ->
              known.scheduleIfNotExists(
                  TASK.instance(plugin.manifest().id() + "/" + job.name()).build(),
                  schedule(job.times()).getInitialExecutionTime(clock.instant())));
    }
  }

  private CompletionHandler<Void> run(String id) {
    Optional<PluginJob> job = find(id);
    if (job.isEmpty()) {
      return new CompletionHandler.OnCompleteReschedule<>(UNTIL_ON);
    }
    if (!room.tryAcquire()) {
      return new CompletionHandler.OnCompleteReschedule<>(NO_ROOM);
    }
    try {
      runs.finish(job.get(), properties.jobTime(), Executors.callable(job.get()::run));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("the job {} failed; it runs again at its time", id, e);
    } finally {
      room.release();
    }
    return new CompletionHandler.OnCompleteReschedule<>(schedule(job.get().times()));
  }

  /**
   * @param id of the plugin, a slash, name of the job
   */
  Optional<PluginJob> find(String id) {
    int slash = id.indexOf('/');
    return plugins.getObject().find(id.substring(0, slash)).flatMap(PluginEntry::running).stream()
        .flatMap(plugin -> plugin.extensions(PluginJob.class).stream())
        .filter(each -> each.name().equals(id.substring(slash + 1)))
        .findFirst();
  }

  private static Schedule schedule(JobTimes times) {
    if (times instanceof JobTimes.Daily daily) {
      return Schedules.daily(TuguanApplication.ZONE, daily.time());
    }
    return Schedules.fixedDelay(((JobTimes.Every) times).pause());
  }
}
