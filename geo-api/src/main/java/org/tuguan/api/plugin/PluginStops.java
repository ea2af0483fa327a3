package org.tuguan.api.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.core.LocalText;

/**
 * Ends plugins, each on a thread of its own: one that does not come to an end is interrupted, left
 * behind and remembered, and the caller goes on. Safe for any thread.
 */
@Component
class PluginStops {
  private static final Logger LOG = LoggerFactory.getLogger(PluginStops.class);

  private final Duration patience;
  private final List<Left> left = new CopyOnWriteArrayList<>();

  PluginStops(PluginProperties properties) {
    this.patience = properties.stopTime();
  }

  /** A plugin whose end has been waited for in vain. */
  private record Left(String id, Thread thread) {}

  /** Returns when it has ended, or when the time for that is over. */
  void stop(RunningPlugin plugin) {
    String id = plugin.manifest().id();
    Thread thread = new Thread(plugin::close, "plugin-end-" + id);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      thread.interrupt();
      left.add(new Left(id, thread));
      LOG.warn("plugin {} has not ended within {} s; it is left behind", id, patience.toSeconds());
    }
  }

  /** What is wrong as long as a plugin of this id that was switched off is at work still. */
  Optional<LocalText> trouble(String id) {
    left.removeIf(each -> !each.thread().isAlive());
    return left.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(
            each ->
                new LocalText(
                    "停用時未在 %d 秒內結束，仍占用記憶體；重新啟動伺服器後釋放".formatted(patience.toSeconds()),
                    "it did not end within %d s when it was switched off and still takes memory; a restart of the server frees it"
                        .formatted(patience.toSeconds())));
  }
}
