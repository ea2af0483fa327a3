package org.tuguan.api.plugin;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.demo.DemoSupplement;
import org.tuguan.core.plugin.DemoData;

/** The demonstration data of plugins; one that fails does not keep the others from theirs. */
@Component
class PluginDemo implements DemoSupplement {
  private final Plugins plugins;
  private final CatalogStore catalogs;

  PluginDemo(Plugins plugins, CatalogStore catalogs) {
    this.plugins = plugins;
    this.catalogs = catalogs;
  }

  @Override
  @SuppressWarnings("SystemOut")
  public boolean write() {
    catalogs.refresh();
    plugins.reconcile();
    try {
      boolean complete = saidOfFaults();
      for (RunningPlugin plugin : plugins.running()) {
        for (DemoData data : plugin.extensions(DemoData.class)) {
          complete &= write(plugin, data);
        }
      }
      return complete;
    } finally {
      plugins.close();
    }
  }

  @SuppressWarnings("SystemOut")
  private static boolean write(RunningPlugin plugin, DemoData data) {
    long began = System.nanoTime();
    String id = plugin.manifest().id();
    try {
      System.out.printf(
          Locale.ROOT,
          "  外掛 plugin %s: %s %,d (%.1f s)%n",
          id,
          data.name(),
          data.write(),
          (System.nanoTime() - began) / 1e9);
      return true;
    } catch (RuntimeException | LinkageError e) {
      System.err.printf(Locale.ROOT, "  外掛 plugin %s: %s: %s%n", id, data.name(), e);
      return false;
    }
  }

  /** True if every plugin that is wanted could be started. */
  @SuppressWarnings("SystemOut")
  private boolean saidOfFaults() {
    boolean well = true;
    for (PluginEntry each : plugins.list()) {
      if (each.fault().isPresent()) {
        System.err.printf(
            Locale.ROOT, "  外掛 plugin %s: %s%n", each.file(), each.fault().get().cause());
        well = false;
      }
    }
    return well;
  }
}
