package org.tuguan.api.plugin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.Worker;

/**
 * Starts the plugins when the server answers and before it says that it is ready, and follows the
 * switches from then on.
 */
@Component
@ConditionalOnWebApplication
class PluginLifecycle implements ApplicationRunner, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PluginLifecycle.class);

  private final Plugins plugins;
  private final PluginHome home;
  private final long poll;
  private final Worker worker = new Worker("plugins", this::follow);

  PluginLifecycle(Plugins plugins, PluginHome home, PluginProperties properties) {
    this.plugins = plugins;
    this.home = home;
    this.poll = properties.poll().toMillis();
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try {
      home.tidy();
      plugins.reconcile();
    } catch (RuntimeException e) {
      LOG.error("plugins cannot be started", e);
    }
    worker.start();
  }

  private void follow() {
    while (worker.isRunning()) {
      worker.sleep(poll);
      if (worker.isRunning()) {
        try {
          plugins.follow();
        } catch (RuntimeException e) {
          LOG.warn("plugins cannot be followed for now: {}", e.getMessage());
        }
      }
    }
  }

  @Override
  public void destroy() {
    worker.stop();
    plugins.close();
  }
}
