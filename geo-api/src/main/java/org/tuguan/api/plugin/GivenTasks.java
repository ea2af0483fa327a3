package org.tuguan.api.plugin;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.tuguan.api.DueJobs;
import org.tuguan.core.plugin.PluginManifest;
import org.tuguan.core.plugin.PluginTasks;

/**
 * Brings the jobs of plugins forward. A job that is running cannot be brought forward: the ask then
 * waits in a row of its own until the run is over. Commands ask too, and the next server acts.
 */
@Configuration(proxyBeanMethods = false)
class GivenTasks implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(GivenTasks.class);
  private static final TaskDescriptor<Void> ASK = TaskDescriptor.of("plugin-job-asked", Void.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 100;

  private final ObjectProvider<SchedulerClient> scheduler;
  private final ObjectProvider<DataSource> database;
  private final ObjectProvider<JdbcAsks> asks;
  private final ExtensionRuns runs;
  private final PluginProperties properties;
  private final Clock clock;
  private final ThreadPoolExecutor aside =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), GivenTasks::thread);

  GivenTasks(
      ObjectProvider<SchedulerClient> scheduler,
      ObjectProvider<DataSource> database,
      ObjectProvider<JdbcAsks> asks,
      ExtensionRuns runs,
      PluginProperties properties,
      Clock clock) {
    this.scheduler = scheduler;
    this.database = database;
    this.asks = asks;
    this.runs = runs;
    this.properties = properties;
    this.clock = clock;
    aside.prestartCoreThread(); // one begun from a plugin would hold its class loader
  }

  @Override
  public void destroy() {
    aside.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plugins-aside");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @param asides ends what the plugin does aside
   */
  PluginTasks of(PluginManifest manifest, Asides asides) {
    return new Given(manifest, asides);
  }

  /** Of one plugin. */
  private final class Given implements PluginTasks {
    private final PluginManifest manifest;
    private final Asides asides;

    Given(PluginManifest manifest, Asides asides) {
      this.manifest = manifest;
      this.asides = asides;
    }

    @Override
    public void soon(String job) {
      ask(manifest.id() + "/" + job);
    }

    @Override
    public void aside(Runnable work) {
      if (scheduler.getIfAvailable() != null) {
        aside.execute(() -> attempt(manifest.id(), asides, work));
      }
    }
  }

  private void attempt(String plugin, Asides asides, Runnable work) {
    try {
      runs.aside(plugin, properties.jobTime(), () -> asides.run(work));
    } catch (CancellationException e) {
      LOG.debug("the server stops before plugin {} was done aside", plugin);
    } catch (RuntimeException | LinkageError e) {
      if (asides.isClosed()) {
        LOG.debug("plugin {} ends before it was done aside", plugin, e);
      } else {
        LOG.warn("what plugin {} did aside failed", plugin, e);
      }
    }
  }

  @Bean
  CustomTask<Void> pluginJobAsked() {
    return Tasks.custom(ASK)
        .onFailureReschedule(Schedules.fixedDelay(AGAIN))
        .execute((instance, context) -> passOn(instance.getId()));
  }

  private SchedulerClient client() {
    return scheduler.getIfAvailable(
        () ->
            SchedulerClient.Builder.create(
                    new TransactionAwareDataSourceProxy(database.getObject()),
                    pluginJobAsked(),
                    Tasks.custom(PluginJobs.TASK)
                        .execute((job, context) -> (done, row) -> row.stop()))
                .tableName("tuguan.scheduled_task")
                .build());
  }

  private void ask(String job) {
    SchedulerClient client = client();
    asks.getObject().alone(job, () -> ask(client, job));
    DueJobs.lookAfterCommit(client);
  }

  private void ask(SchedulerClient client, String job) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (bringForward(client, job) || await(client, job)) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // an ask is just being passed on
    }
    throw new IllegalStateException("the job " + job + " cannot be asked for");
  }

  /** False while it runs. */
  private boolean bringForward(SchedulerClient client, String job) {
    Instant now = clock.instant();
    try {
      return client.reschedule(PluginJobs.TASK.instanceId(job), now);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      return false;
    } catch (TaskInstanceNotFoundException e) {
      return client.scheduleIfNotExists(PluginJobs.TASK.instance(job).build(), now);
    }
  }

  /** Has the ask wait; false if one that waited is being passed on this moment. */
  private boolean await(SchedulerClient client, String job) {
    Instant later = clock.instant().plus(AGAIN);
    if (client.scheduleIfNotExists(ASK.instance(job).build(), later)) {
      return true;
    }
    try {
      return client.reschedule(ASK.instanceId(job), later);
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      return false;
    }
  }

  private CompletionHandler<Void> passOn(String job) {
    return (done, ask) -> {
      if (!asks.getObject().ifNobodyAsks(job, () -> passOn(job, ask))) {
        ask.reschedule(done, clock.instant().plus(AGAIN));
      }
    };
  }

  private boolean passOn(String job, ExecutionOperations<Void> ask) {
    if (bringForward(client(), job)) {
      ask.remove();
      return true;
    }
    return false;
  }
}
