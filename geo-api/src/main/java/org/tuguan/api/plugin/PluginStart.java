package org.tuguan.api.plugin;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.tuguan.core.plugin.CoreVersion;
import org.tuguan.core.plugin.PluginManifest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts one plugin on a thread of its own, which is left behind if it does not come to an end:
 * whatever a plugin does, the caller goes on.
 */
@Component
class PluginStart {
  private final PluginProperties properties;
  private final PluginGifts gifts;
  private final DataSource database;
  private final ObjectProvider<ServletContext> web;
  private final PluginHome home;

  PluginStart(
      PluginProperties properties,
      PluginGifts gifts,
      DataSource database,
      ObjectProvider<ServletContext> web,
      PluginHome home) {
    this.properties = properties;
    this.gifts = gifts;
    this.database = database;
    this.web = web;
    this.home = home;
  }

  /** Transactions in a plugin's context. */
  @EnableTransactionManagement(proxyTargetClass = true)
  static final class Transactions {}

  /** How far a start has come; written by its thread, read by who waits for it. */
  private static final class Progress {
    private volatile PluginFault.Stage stage = PluginFault.Stage.VERSION;
  }

  /**
   * @throws PluginException why it cannot be used
   */
  RunningPlugin start(PluginJar jar) {
    CompletableFuture<RunningPlugin> result = new CompletableFuture<>();
    Progress progress = new Progress();
    Thread thread = new Thread(() -> run(jar, progress, result), "plugin-" + jar.manifest().id());
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(properties.startTime().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return late(thread, result, progress);
    } catch (ExecutionException e) {
      PluginFault fault = PluginFault.of(progress.stage, e.getCause());
      throw new PluginException(fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late(thread, result, progress);
    }
  }

  private RunningPlugin late(
      Thread thread, CompletableFuture<RunningPlugin> result, Progress progress) {
    PluginException late =
        new PluginException(
            PluginFault.Stage.TIME,
            "it did not start within %d seconds (%s)"
                .formatted(properties.startTime().toSeconds(), progress.stage));
    if (result.completeExceptionally(late)) {
      thread.interrupt();
      throw late;
    }
    return result.join();
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void run(PluginJar jar, Progress progress, CompletableFuture<RunningPlugin> result) {
    try {
      RunningPlugin running = open(jar, progress);
      if (!result.complete(running)) {
        running.close(); // nobody waits for it any more
      }
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  private RunningPlugin open(PluginJar jar, Progress progress) throws Exception {
    PluginManifest manifest = jar.manifest();
    if (!manifest.core().contains(CoreVersion.CURRENT)) {
      throw new PluginException(
          PluginFault.Stage.VERSION,
          "it wants a core in %s; this is %s".formatted(manifest.core(), CoreVersion.CURRENT));
    }
    PluginCopy copy = PluginCopy.of(jar, home.copies());
    PluginClassLoader classes =
        new PluginClassLoader(manifest.id(), copy.urls(), PluginStart.class.getClassLoader());
    RunningPlugin.Ends ends = new RunningPlugin.Ends(new Asides(), classes, copy);
    try {
      Thread.currentThread().setContextClassLoader(classes);
      progress.stage = PluginFault.Stage.MIGRATION;
      migrate(manifest, copy);
      progress.stage = PluginFault.Stage.START;
      return refresh(manifest, copy, ends);
    } catch (Throwable e) {
      ends.close(manifest.id());
      throw e;
    }
  }

  private void migrate(PluginManifest manifest, PluginCopy copy) throws IOException {
    if (!Files.isDirectory(copy.migrations())) {
      return;
    }
    // Not with the plugin's class loader: Flyway keeps the last configuration.
    Flyway.configure(PluginStart.class.getClassLoader())
        .dataSource(database)
        .schemas(manifest.schema())
        .defaultSchema(manifest.schema())
        .locations("filesystem:" + copy.migrations())
        .load()
        .migrate();
  }

  private RunningPlugin refresh(PluginManifest manifest, PluginCopy copy, RunningPlugin.Ends ends)
      throws Exception {
    ServletContext servlets = web.getIfAvailable();
    GenericWebApplicationContext context = new GenericWebApplicationContext();
    if (servlets != null) {
      context.setServletContext(servlets);
    }
    context.setClassLoader(ends.classes());
    context.setDisplayName("plugin " + manifest.id());
    JsonMapper json = gifts.json(ends.classes());
    gifts.of(manifest, json, ends.asides()).forEach(context.getBeanFactory()::registerSingleton);
    AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(context);
    reader.register(Transactions.class, ends.classes().loadClass(manifest.configuration()));
    try {
      context.refresh();
      Optional<PluginWeb> pages =
          servlets == null
              ? Optional.empty()
              : Optional.of(PluginWeb.of(manifest.id(), context, copy, json));
      return new RunningPlugin(manifest, context, pages, ends);
    } catch (Throwable e) {
      context.close();
      throw e;
    }
  }
}
