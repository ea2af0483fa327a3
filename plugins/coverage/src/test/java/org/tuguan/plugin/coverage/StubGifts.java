package org.tuguan.plugin.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.GenericApplicationContext;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.AccessRules;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginCells;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.core.plugin.PluginUsage;

/** What a server gives a plugin, as far as the tests need it: an empty library and a planner. */
final class StubGifts implements PluginLayers, PluginCallers, PluginSettings, PluginUsage {
  private static final Caller PLANNER =
      new Caller(
          Optional.of("planner"),
          Optional.empty(),
          Optional.empty(),
          Set.of(Role.PLANNER),
          Optional.empty());

  private final List<PluginLayer> published = new ArrayList<>();
  private Caller caller = PLANNER;

  void register(GenericApplicationContext context) {
    context.registerBean(StubGifts.class, () -> this);
    context.registerBean(PluginAudit.class, () -> (action, subject, facts) -> {});
  }

  List<PluginLayer> published() {
    return published;
  }

  void asStranger(Runnable action) {
    caller = Caller.ANONYMOUS;
    try {
      action.run();
    } finally {
      caller = PLANNER;
    }
  }

  @Override
  public Catalog seen() {
    return whole();
  }

  @Override
  public Catalog whole() {
    return new Catalog(1, List.of(), List.of(), List.of(), AccessRules.NONE);
  }

  @Override
  public FeatureSource features(Layer layer, Right right) {
    throw new IllegalStateException("there are no layers");
  }

  @Override
  public PluginCells cells(Layer layer, Right right) {
    throw new IllegalStateException("there are no rasters");
  }

  @Override
  public String revision(Layer layer) {
    return "1";
  }

  @Override
  public void publish(PluginLayer layer) {
    published.removeIf(other -> other.name().equals(layer.name()));
    published.add(layer);
  }

  @Override
  public void withdraw(String name) {
    published.removeIf(other -> other.name().equals(name));
  }

  @Override
  public void changed(String name) {}

  @Override
  public Caller current() {
    return caller;
  }

  @Override
  public Caller requireAccount() {
    return caller;
  }

  @Override
  public Caller require(Role... anyOf) {
    for (Role role : anyOf) {
      if (caller.has(role)) {
        return caller;
      }
    }
    throw new RequestException(Fault.NOT_ALLOWED, "", "not allowed");
  }

  @Override
  public Optional<String> text(String key) {
    return Optional.empty();
  }

  @Override
  public int number(String key, int otherwise) {
    return otherwise;
  }

  @Override
  public boolean flag(String key, boolean otherwise) {
    return otherwise;
  }

  @Override
  public Duration time(String key, Duration otherwise) {
    return otherwise;
  }

  @Override
  public List<String> list(String key) {
    return List.of();
  }

  @Override
  public void served(
      String operation, String format, Collection<String> layers, Optional<Bounds> area) {}

  @Override
  public void counted(String layer, long features) {}
}
