package org.tuguan.api.plugin;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.api.publishing.JdbcLayers;
import org.tuguan.api.publishing.LayerAccess;
import org.tuguan.api.publishing.LayerWords;
import org.tuguan.api.publishing.PublishRequest;
import org.tuguan.api.publishing.TablePublisher;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.plugin.PluginCells;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginManifest;

/** The library's layers as plugins get them; each publishes from its own schema alone. */
@Component
class LayerGifts {
  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final TablePublisher publisher;
  private final JdbcLayers layers;
  private final JdbcGifts database;
  private final TransactionOperations transaction;

  LayerGifts(
      CatalogStore catalogs,
      LayerSources sources,
      TablePublisher publisher,
      JdbcLayers layers,
      JdbcGifts database,
      TransactionOperations transaction) {
    this.catalogs = catalogs;
    this.sources = sources;
    this.publisher = publisher;
    this.layers = layers;
    this.database = database;
    this.transaction = transaction;
  }

  PluginLayers of(PluginManifest manifest) {
    return new Given(manifest);
  }

  /** Of one plugin. */
  private final class Given implements PluginLayers {
    private final PluginManifest manifest;

    Given(PluginManifest manifest) {
      this.manifest = manifest;
    }

    @Override
    public Catalog seen() {
      return catalogs.catalog();
    }

    @Override
    public Catalog whole() {
      return catalogs.whole();
    }

    @Override
    public FeatureSource features(Layer layer, Right right) {
      return sources.features(layer, right);
    }

    @Override
    public PluginCells cells(Layer layer, Right right) {
      if (layer.table().isPresent()) {
        throw RequestException.invalid("layer", layer.name(), "a raster layer");
      }
      Ground ground = layer.terms().access().ground(right).orElse(Ground.EVERYWHERE);
      return new GivenCells(sources.grid(layer, right), ground);
    }

    @Override
    public String revision(Layer layer) {
      return sources.revision(layer);
    }

    @Override
    public void publish(PluginLayer layer) {
      if (!layer.name().startsWith(manifest.id())) {
        throw RequestException.invalid(
            "name", layer.name(), "a layer's name begins with the plugin's id, " + manifest.id());
      }
      transaction.executeWithoutResult(status -> write(layer));
    }

    private void write(PluginLayer layer) {
      boolean known = layers.findExisting(layer.name()).isPresent();
      publisher.publish(
          new PublishRequest(
              manifest.schema() + "." + layer.table(),
              Optional.of(layer.geometry()),
              Optional.of(layer.key()),
              Optional.of(layer.name()),
              words(layer, known)),
          Caller.OPERATOR);
      if (!known && layer.style().isPresent()) {
        layers.saveStyle(layer.name(), "default", "預設", "Default", layer.style().get());
      }
    }

    @Override
    public void withdraw(String name) {
      transaction.executeWithoutResult(
          status -> {
            Optional<JdbcLayers.Existing> existing = layers.findExisting(name);
            if (existing.isPresent()) {
              if (!existing.get().schema().equals(Optional.of(manifest.schema()))) {
                throw notOurs(name);
              }
              layers.delete(name);
            }
          });
    }

    @Override
    public void changed(String name) {
      LayerData.Table table =
          catalogs
              .whole()
              .findLayer(name)
              .flatMap(Layer::table)
              .filter(each -> each.ref().schema().equals(manifest.schema()))
              .orElseThrow(() -> notOurs(name));
      database.sayChanged(table.ref());
    }
  }

  private static LayerWords words(PluginLayer layer, boolean known) {
    return new LayerWords(
        Optional.of(layer.title().zh()),
        Optional.of(layer.title().en()),
        layer.theme(),
        layer.agency(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(layer.synthetic()),
        known
            ? Optional.empty()
            : Optional.of(
                switch (layer.opening()) {
                  case PUBLIC -> LayerAccess.PUBLIC;
                  case CITY -> LayerAccess.INTERNAL;
                  case RESTRICTED -> LayerAccess.RESTRICTED;
                }));
  }

  private static RequestException notOurs(String name) {
    return new RequestException(
        Fault.NOT_ALLOWED,
        "name",
        new LocalText(
            "%s 不是本外掛的圖層".formatted(RequestException.quote(name)),
            "%s is no layer of this plugin".formatted(RequestException.quote(name))));
  }
}
