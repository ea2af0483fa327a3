package org.tuguan.plugin.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.AccessRules;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.LayerTerms;
import org.tuguan.core.catalog.Provenance;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.MemoryFeatureSource;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginCells;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginSettings;
import org.tuguan.core.plugin.PluginTasks;
import org.tuguan.core.plugin.PluginUsage;

/**
 * What a server gives a plugin, as far as the tests need it: a library of layers in memory, and a
 * planner.
 */
final class StubGifts
    implements PluginLayers, PluginCallers, PluginSettings, PluginTasks, PluginUsage {
  private static final Caller PLANNER =
      new Caller(
          Optional.of("planner"),
          Optional.empty(),
          Optional.empty(),
          Set.of(Role.PLANNER),
          Optional.empty());

  private final List<PluginLayer> published = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, FeatureSource> sources = new HashMap<>();
  private final List<String> audited = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> askedInTransaction = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private PluginCells cells;
  private int changes;
  private Caller caller = PLANNER;
  private String hidden = "";

  void register(GenericApplicationContext context) {
    context.registerBean(StubGifts.class, () -> this);
    context.registerBean(
        PluginAudit.class,
        () -> (action, subject, details) -> audited.add(action + " " + subject + " " + details));
  }

  /** Jobs that were asked for. */
  List<String> asked() {
    return asked;
  }

  /** Those of them whose ask is kept or lost with a change. */
  List<String> askedInTransaction() {
    return askedInTransaction;
  }

  /** Rights in layers, as whoever asks for the whole library is told them. */
  List<Grant> grants() {
    return grants;
  }

  /** Adds a layer {@code elevation} that everybody may query. */
  void addHeights(PluginCells heights) {
    changes++;
    cells = heights;
    layers.add(layer("elevation", new LayerData.Raster("0".repeat(64), 1), true));
  }

  void remove(String name) {
    changes++;
    layers.removeIf(layer -> layer.name().equals(name));
  }

  /** What was written to the audit trail. */
  List<String> audited() {
    return audited;
  }

  /** Adds a layer that everybody may query. */
  void add(FeatureType type, List<Feature> features, boolean synthetic) {
    changes++;
    sources.put(type.name(), new MemoryFeatureSource(type, features));
    layers.removeIf(layer -> layer.name().equals(type.name()));
    TableRef table = new TableRef("public", "t", "id", true, type);
    layers.add(layer(type.name(), new LayerData.Table(table), synthetic));
  }

  private static Layer layer(String name, LayerData data, boolean synthetic) {
    return new Layer(
        name,
        LocalText.same(name),
        LocalText.same(""),
        List.of(),
        "theme",
        "agency",
        data,
        Optional.empty(),
        List.of(new StyleInfo("default", LocalText.same(""), "<x/>")),
        new Provenance(LocalText.same(""), "", "", Optional.empty(), synthetic),
        Optional.empty(),
        false,
        Instant.EPOCH,
        LayerTerms.OPEN);
  }

  List<PluginLayer> published() {
    return published;
  }

  void asStranger(Runnable action) {
    as(Caller.ANONYMOUS, action);
  }

  void as(Caller other, Runnable action) {
    caller = other;
    try {
      action.run();
    } finally {
      caller = PLANNER;
    }
  }

  /** While the caller may not see this layer. */
  void without(String layer, Runnable action) {
    hidden = layer;
    try {
      action.run();
    } finally {
      hidden = "";
    }
  }

  @Override
  public Catalog seen() {
    return catalog(layers.stream().filter(layer -> !layer.name().equals(hidden)).toList());
  }

  @Override
  public Catalog whole() {
    return catalog(layers);
  }

  private Catalog catalog(List<Layer> layers) {
    return new Catalog(1, List.of(), List.of(), layers, new AccessRules(grants));
  }

  @Override
  public FeatureSource features(Layer layer, Right right) {
    return sources.get(layer.name());
  }

  @Override
  public PluginCells cells(Layer layer, Right right) {
    return cells;
  }

  @Override
  public String revision(Layer layer) {
    return String.valueOf(changes);
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

  @Override
  public void soon(String job) {
    asked.add(job);
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      askedInTransaction.add(job);
    }
  }

  @Override
  public void aside(Runnable work) {
    work.run();
  }
}
