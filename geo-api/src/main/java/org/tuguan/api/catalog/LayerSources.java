package org.tuguan.api.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.feature.AreaFeatureSource;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.map.GeoTiff;
import org.tuguan.core.map.SldReader;
import org.tuguan.core.map.StyledLayer;
import org.tuguan.core.snapshot.ExactRows;

/** From what the catalog says to what can be read and drawn. Safe for any thread. */
@Component
public class LayerSources {
  private static final int STYLES_KEPT = 500;

  private final DataSource database;
  private final JdbcRasterFiles rasters;
  private final LiveSources live;
  private final TuguanProperties.Limits limits;
  private final SldReader chinese = new SldReader(Locale.TAIWAN);
  private final SldReader english = new SldReader(Locale.ENGLISH);
  private final Cache<Read, Style> styles = Caffeine.newBuilder().maximumSize(STYLES_KEPT).build();

  /** What a kept style was read from. */
  private record Read(String sld, boolean chinese) {}

  LayerSources(
      DataSource database, JdbcRasterFiles rasters, LiveSources live, TuguanProperties properties) {
    this.database = database;
    this.rasters = rasters;
    this.live = live;
    this.limits = properties.limits();
  }

  /**
   * The features of a vector layer where its terms give this right: all of them from a {@link
   * org.tuguan.core.snapshot.LiveLayer} if it is kept in memory; a fault of kind NOT_QUERYABLE for
   * a raster, of kind NOT_ALLOWED if the right is not given at all.
   */
  public FeatureSource features(Layer layer, Right right) {
    return within(features(layer), layer, right);
  }

  /**
   * As {@link #features}, as they are now or a little later: an {@link ExactRows} if memory holds
   * all that has been committed. For one request.
   */
  public FeatureSource current(Layer layer, Right right) {
    Ground ground = ground(layer, right);
    FeatureSource all =
        live.find(table(layer))
            .filter(found -> found.current().getAsBoolean())
            .<FeatureSource>map(found -> found.layer().rows())
            .orElseGet(() -> features(layer));
    return within(all, ground);
  }

  /** Of these features of the layer those for which its terms give this right. */
  public static FeatureSource within(FeatureSource all, Layer layer, Right right) {
    return within(all, ground(layer, right));
  }

  private static Ground ground(Layer layer, Right right) {
    return layer.terms().access().ground(right).orElseThrow(() -> notAllowed(layer));
  }

  private static FeatureSource within(FeatureSource all, Ground ground) {
    return ground instanceof Ground.Within within ? new AreaFeatureSource(all, within.area()) : all;
  }

  private static RequestException notAllowed(Layer layer) {
    return new RequestException(
        Fault.NOT_ALLOWED,
        "layer",
        "this is not allowed with the layer " + RequestException.quote(layer.name()));
  }

  private FeatureSource features(Layer layer) {
    TableRef table = table(layer);
    return live.find(table)
        .<FeatureSource>map(LiveSources.Followed::layer)
        .orElseGet(() -> new PostGisFeatureSource(database, table, limits.statementTime()));
  }

  private static TableRef table(Layer layer) {
    return layer
        .table()
        .map(LayerData.Table::ref)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_QUERYABLE,
                    "layer",
                    "layer '%s' is a raster and has no features".formatted(layer.name())));
  }

  /**
   * The cells of a raster layer where its terms give this right anywhere; a fault of kind
   * NOT_ALLOWED if they do not.
   */
  public GeoTiff grid(Layer layer, Right right) {
    ground(layer, right);
    return raster(layer);
  }

  private GeoTiff raster(Layer layer) {
    if (layer.data() instanceof LayerData.Raster raster) {
      return rasters.open(raster);
    }
    throw new IllegalArgumentException(layer.name() + " is no raster");
  }

  /**
   * A text that is another one once the data of a layer may have changed, as far as this server has
   * heard; it says nothing after a restart.
   */
  public String revision(Layer layer) {
    if (layer.data() instanceof LayerData.Raster raster) {
      return raster.sha256();
    }
    return live.find(table(layer))
        .map(followed -> Long.toString(followed.version().getAsLong()))
        .orElseGet(() -> layer.updated().toString());
  }

  /** A style of the catalog, read once and kept; labels in Chinese. */
  public Style style(StyleInfo style) {
    return style(style, Locale.TAIWAN);
  }

  /**
   * A style of the catalog, read once for each language and kept.
   *
   * @param locale language of its labels: Chinese, or English for all others
   */
  public Style style(StyleInfo style, Locale locale) {
    boolean zh = locale.getLanguage().equals("zh");
    return styles.get(
        new Read(style.sld(), zh), key -> (zh ? chinese : english).readStyle(key.sld()));
  }

  /**
   * A layer with the part of its data for which its terms give this right.
   *
   * @param filter which features; not used for rasters
   */
  public StyledLayer styled(Layer layer, Right right, Style style, Filter filter) {
    if (layer.table().isPresent()) {
      return new StyledLayer.Vector(features(layer, right), style, filter);
    }
    Ground ground = layer.terms().access().ground(right).orElseThrow(() -> notAllowed(layer));
    Optional<Geometry> area =
        ground instanceof Ground.Within within ? Optional.of(within.area()) : Optional.empty();
    return new StyledLayer.Raster(raster(layer), style, area);
  }

  /** A layer ready to be drawn. */
  public StyledLayer styled(Layer layer, Style style, Filter filter) {
    return styled(layer, Right.VIEW, style, filter);
  }
}
