package org.tuguan.api.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import javax.sql.DataSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.catalog.LayerData;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.PostGisFeatureSource;
import org.tuguan.core.map.RasterSource;
import org.tuguan.core.map.SldReader;
import org.tuguan.core.map.StyledLayer;

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
   * The features of a vector layer, a {@link org.tuguan.core.snapshot.LiveLayer} if it is kept in
   * memory; a fault of kind NOT_QUERYABLE for a raster.
   */
  public FeatureSource features(Layer layer) {
    LayerData.Table table =
        layer
            .table()
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_QUERYABLE,
                        "layer",
                        "layer '%s' is a raster and has no features".formatted(layer.name())));
    return live.find(table.ref())
        .<FeatureSource>map(found -> found)
        .orElseGet(() -> new PostGisFeatureSource(database, table.ref(), limits.statementTime()));
  }

  /** The cells of a raster layer; {@link IllegalArgumentException} for a vector layer. */
  public RasterSource raster(Layer layer) {
    if (layer.data() instanceof LayerData.Raster raster) {
      return rasters.open(raster);
    }
    throw new IllegalArgumentException(layer.name() + " is no raster");
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
   * A layer ready to be drawn.
   *
   * @param filter which features; not used for rasters
   */
  public StyledLayer styled(Layer layer, Style style, Filter filter) {
    return layer.table().isPresent()
        ? new StyledLayer.Vector(features(layer), style, filter)
        : new StyledLayer.Raster(raster(layer), style);
  }
}
