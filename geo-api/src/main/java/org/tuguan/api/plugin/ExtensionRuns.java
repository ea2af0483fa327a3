package org.tuguan.api.plugin;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tuguan.core.Extension;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.AnalysisProcess;

/**
 * Runs work of extensions for no longer than it may take: then it is interrupted, and the health of
 * the plugin says so. Work that goes on all the same puts its plugin in quarantine. Safe for any
 * thread.
 */
@Component
public class ExtensionRuns implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ExtensionRuns.class);

  private final ObjectProvider<Plugins> plugins;
  private final Duration grace;
  private final ScheduledThreadPoolExecutor watch;

  ExtensionRuns(ObjectProvider<Plugins> plugins, PluginProperties properties) {
    this.plugins = plugins;
    this.grace = properties.stopTime();
    this.watch = new ScheduledThreadPoolExecutor(1, ExtensionRuns::watching);
    this.watch.setRemoveOnCancelPolicy(true);
  }

  private static Thread watching(Runnable work) {
    Thread thread = new Thread(work, "extension-times");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Whose work it is.
   *
   * @param what point and name of the extension
   * @param title the same for people
   */
  private record Task(String what, LocalText title, Supplier<Optional<RunningPlugin>> owner) {}

  private Task task(Extension extension) {
    String what = ExtensionPoints.point(extension) + " " + extension.name();
    String kind = extension instanceof AnalysisProcess ? "分析" : "背景工作";
    return new Task(
        what,
        new LocalText("%s %s ".formatted(kind, extension.name()), what),
        () -> plugins.getObject().findOwner(extension));
  }

  /**
   * As {@link #finish}, for what a plugin does that is no extension of it.
   *
   * @param plugin id
   */
  void aside(String plugin, Duration limit, Runnable work) {
    Task task =
        new Task(
            "work aside",
            new LocalText("附帶的工作", "work aside"),
            () -> plugins.getObject().find(plugin).flatMap(PluginEntry::running));
    finish(task, limit, Executors.callable(work));
  }

  /**
   * Waits until the work is done or given up.
   *
   * @param limit longest run
   * @return what the work returns
   * @throws RequestException TIMEOUT if it took longer
   */
  public <T> T finish(Extension extension, Duration limit, Callable<T> work) {
    return finish(task(extension), limit, work);
  }

  private <T> T finish(Task task, Duration limit, Callable<T> work) {
    LimitedRun<T> run = start(task, limit, work);
    try {
      return settled(task, limit, run).get();
    } catch (ExecutionException e) {
      throw failure(e.getCause(), limit);
    } catch (InterruptedException e) {
      run.interrupt();
      Thread.currentThread().interrupt();
      throw new CancellationException("the server stops");
    }
  }

  /**
   * Waits for a while only; what is not done then is interrupted, and has the rest of its longest
   * run to come to an end.
   *
   * @param patience how long the caller waits
   * @param over called once when the work has ended or is given up
   * @return what the work returns; empty if the caller waited in vain
   */
  public <T> Optional<T> answer(
      Extension extension, Duration patience, Duration limit, Callable<T> work, Runnable over) {
    Task task = task(extension);
    LimitedRun<T> run = start(task, limit, work);
    CompletableFuture<T> settled = settled(task, limit, run);
    settled.whenComplete((value, failure) -> over.run());
    try {
      return Optional.of(settled.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw failure(e.getCause(), limit);
    } catch (TimeoutException e) {
      run.interrupt();
      return Optional.empty();
    } catch (InterruptedException e) {
      run.interrupt();
      Thread.currentThread().interrupt();
      throw new CancellationException("the server stops");
    }
  }

  private <T> LimitedRun<T> start(Task task, Duration limit, Callable<T> work) {
    return LimitedRun.start(task.what().replace(' ', '-'), watch, limit, grace, work);
  }

  /** The result, once it has been written down what it says of the plugin. */
  private <T> CompletableFuture<T> settled(Task task, Duration limit, LimitedRun<T> run) {
    return run.result().whenComplete((value, failure) -> note(task, limit, failure));
  }

  private void note(Task task, Duration limit, Throwable failure) {
    task.owner()
        .get()
        .ifPresent(
            plugin -> {
              if (!(failure instanceof LimitedRun.LateException late)) {
                plugin.inTime(task.what());
              } else if (late.hasEnded()) {
                LOG.warn("{} took longer than {} and was stopped", task.what(), limit);
                plugin.late(task.what(), stopped(task, limit));
              } else {
                plugins.getObject().setAside(plugin, endless(task, limit));
              }
            });
  }

  private static LocalText stopped(Task task, Duration limit) {
    return new LocalText(
        "%s上次執行超過 %s，已中止".formatted(task.title().zh(), words(limit).zh()),
        "the last run of %s took longer than %s and was stopped"
            .formatted(task.title().en(), words(limit).en()));
  }

  private static PluginFault endless(Task task, Duration limit) {
    return new PluginFault(
        PluginFault.Stage.RUN,
        "%s ran longer than %s and went on when it was interrupted"
            .formatted(task.what(), words(limit).en()));
  }

  private static RuntimeException failure(Throwable thrown, Duration limit) {
    if (thrown instanceof LimitedRun.LateException) {
      return late(limit);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
  }

  private static RequestException late(Duration limit) {
    LocalText time = words(limit);
    return new RequestException(
        Fault.TIMEOUT,
        "",
        new LocalText(
            "未在時限 %s 內完成，已中止".formatted(time.zh()),
            "it was not done within %s, the limit, and was stopped".formatted(time.en())));
  }

  private static LocalText words(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return seconds % 60 == 0
        ? new LocalText(seconds / 60 + " 分鐘", String.format(Locale.ROOT, "%d min", seconds / 60))
        : new LocalText(seconds + " 秒", String.format(Locale.ROOT, "%d s", seconds));
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
  }
}
