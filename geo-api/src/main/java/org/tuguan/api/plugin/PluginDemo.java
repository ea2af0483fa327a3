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
    boolean complete = true;
    catalogs.refresh();
    plugins.reconcile();
    try {
      for (DemoData data : plugins.extensions(DemoData.class)) {
        try {
          System.out.printf(Locale.ROOT, "  %s %,d%n", data.name(), data.write());
        } catch (RuntimeException | LinkageError e) {
          System.err.printf(Locale.ROOT, "  %s: %s%n", data.name(), e);
          complete = false;
        }
      }
    } finally {
      plugins.close();
    }
    return complete;
  }
}
