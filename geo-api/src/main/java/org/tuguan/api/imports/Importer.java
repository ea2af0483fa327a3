package org.tuguan.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.geotools.api.style.Style;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.publishing.JdbcLayers;
import org.tuguan.api.publishing.LayerNames;
import org.tuguan.api.publishing.LayerWords;
import org.tuguan.api.publishing.PublishingRules;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.imports.Analyser;
import org.tuguan.core.imports.FeatureReader;
import org.tuguan.core.imports.ImportFile;
import org.tuguan.core.imports.ImportPlan;
import org.tuguan.core.imports.UnpackLimits;
import org.tuguan.core.map.SldReader;
import org.tuguan.core.map.StarterStyle;
import org.tuguan.core.map.StyledLayer;

/**
 * Turns a file into layers. All data sets of a file are loaded in one transaction: either all of
 * them are published, or nothing has changed. Safe for any thread.
 */
@Service
public class Importer {
  private static final int MOST_ENTRIES = 1000;

  private final TransactionTemplate transactions;
  private final PostGisTableLoader tables;
  private final JdbcLayers layers;
  private final RasterImport rasters;
  private final PublishingRules rules;
  private final UnpackLimits limits;
  private final Clock clock;

  Importer(
      TransactionTemplate transactions,
      PostGisTableLoader tables,
      JdbcLayers layers,
      RasterImport rasters,
      PublishingRules rules,
      TuguanProperties properties,
      Clock clock) {
    this.transactions = transactions;
    this.tables = tables;
    this.layers = layers;
    this.rasters = rasters;
    this.rules = rules;
    this.limits = new UnpackLimits(MOST_ENTRIES, properties.limits().unpacked().toBytes());
    this.clock = clock;
  }

  /**
   * One data set of a file, looked at and not yet loaded.
   *
   * @param plan empty for a raster
   * @param raster empty for features
   */
  public record Preview(
      ImportReport report, Optional<ImportPlan> plan, Optional<StyledLayer.Raster> raster) {}

  /**
   * Looks at a file and writes nothing.
   *
   * @param fileName as the user knows it
   */
  public List<Preview> preview(
      Path file, String fileName, ImportOptions options, ImportProgress progress) {
    try (ImportFile opened = ImportFile.open(file, fileName, options.read(), limits)) {
      List<Preview> previews = new ArrayList<>();
      for (FeatureReader reader : opened.readers()) {
        Instant start = clock.instant();
        String layer = layerName(opened, reader, options);
        boolean created = layers.findExisting(layer).isEmpty();
        ImportPlan plan = analyse(reader, options, progress);
        previews.add(
            new Preview(
                ImportReport.of(layer, created, plan, secondsSince(start)),
                Optional.of(plan),
                Optional.empty()));
      }
      if (opened.raster().isPresent()) {
        previews.add(previewRaster(opened, opened.raster().get(), options));
      }
      return previews;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Preview previewRaster(ImportFile opened, Path file, ImportOptions options) {
    RasterImport.Look look = rasters.look(file, opened.name(), rasterName(opened, options));
    Style style = new SldReader().readStyle(look.sld());
    return new Preview(
        look.report(), Optional.empty(), Optional.of(new StyledLayer.Raster(look.source(), style)));
  }

  /**
   * Loads a file and publishes its layers.
   *
   * @param caller who must be allowed to
   */
  public List<ImportReport> load(
      Path file, String fileName, ImportOptions options, Caller caller, ImportProgress progress) {
    try (ImportFile opened = ImportFile.open(file, fileName, options.read(), limits)) {
      return transactions.execute(status -> loadAll(opened, options, caller, progress));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ImportReport> loadAll(
      ImportFile opened, ImportOptions options, Caller caller, ImportProgress progress) {
    try {
      List<ImportReport> reports = new ArrayList<>();
      for (FeatureReader reader : opened.readers()) {
        reports.add(loadOne(opened, reader, options, caller, progress));
      }
      if (opened.raster().isPresent()) {
        String name = rasterName(opened, options);
        LayerWords words = permitted(caller, name, options);
        reports.add(rasters.load(opened.raster().get(), opened.name(), name, words));
      }
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportReport loadOne(
      ImportFile opened,
      FeatureReader reader,
      ImportOptions options,
      Caller caller,
      ImportProgress progress)
      throws IOException {
    Instant start = clock.instant();
    String name = layerName(opened, reader, options);
    LayerWords words = permitted(caller, name, options);
    Optional<JdbcLayers.Existing> existing = layers.findExisting(name);
    String table = tableFor(name, existing);
    ImportPlan plan = analyse(reader, options, progress);
    if (plan.bad().total() > 0 && !options.skipBad()) {
      String file = RequestException.quote(reader.name());
      LocalText bad = plan.bad().summary();
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "file",
          new LocalText(
              "%s：%s；沒有匯入任何資料（可用 --skip-bad 略過有誤的資料列）".formatted(file, bad.zh()),
              "%s: %s; nothing was imported (leave bad rows out with --skip-bad, form field skip_bad)"
                  .formatted(file, bad.en())));
    }
    tables.load(table, plan, reader, progress);
    FeatureType type =
        new FeatureType(
            name, plan.attributes(), ImportPlan.GEOMETRY, plan.shape().kind(), plan.stored());
    TableRef ref =
        new TableRef(PostGisTableLoader.SCHEMA, table, ImportPlan.KEY, plan.key().text(), type);
    layers.saveTable(ref, plan.extent(), true, words, LayerNames.title(reader.name()));
    style(type, existing);
    return ImportReport.of(name, existing.isEmpty(), plan, secondsSince(start));
  }

  /** Until the end of the transaction nobody else changes the layer. */
  private LayerWords permitted(Caller caller, String name, ImportOptions options) {
    layers.lock(name);
    return rules.permit(caller, name, layers.findExisting(name).isPresent(), options.words());
  }

  /** A style for another kind of geometry would show nothing. */
  private void style(FeatureType type, Optional<JdbcLayers.Existing> existing) {
    boolean otherKind =
        existing.isPresent()
            && !existing.get().kind().equals(Optional.of(type.geometryKind().name()));
    if (otherKind || !layers.hasStyles(type.name())) {
      layers.saveStyle(type.name(), "default", "預設", "Default", StarterStyle.of(type));
    }
  }

  private String tableFor(String name, Optional<JdbcLayers.Existing> existing) {
    if (existing.isPresent() && !existing.get().owned()) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          new LocalText(
              "圖層 %s 的資料表不是匯入的；請用 --name 另取名稱".formatted(RequestException.quote(name)),
              "the layer %s shows a table that no import has made; choose another --name (form field name)"
                  .formatted(RequestException.quote(name))));
    }
    String table =
        existing.flatMap(JdbcLayers.Existing::table).orElseGet(() -> LayerNames.table(name));
    layers
        .findLayerOf(PostGisTableLoader.SCHEMA, table)
        .filter(other -> !other.equals(name))
        .ifPresent(
            other -> {
              throw new RequestException(
                  Fault.CONFLICT,
                  "name",
                  "the table layers.%s belongs to the layer %s; choose another --name"
                      .formatted(table, RequestException.quote(other)));
            });
    return table;
  }

  private static ImportPlan analyse(
      FeatureReader reader, ImportOptions options, ImportProgress progress) throws IOException {
    return Analyser.analyse(
        reader,
        options.read(),
        rows -> progress.at(ImportProgress.Step.READING, rows, reader.progress()));
  }

  private static String layerName(ImportFile opened, FeatureReader reader, ImportOptions options) {
    boolean several = opened.readers().size() > 1;
    if (several && options.name().isPresent()) {
      List<String> names = opened.readers().stream().map(FeatureReader::name).toList();
      throw RequestException.invalid(
          "name",
          options.name().get(),
          "the file holds several data sets; choose one of them with --layer: "
              + String.join(", ", names));
    }
    return options
        .name()
        .orElseGet(() -> LayerNames.layer(several ? reader.name() : opened.baseName()));
  }

  private static String rasterName(ImportFile opened, ImportOptions options) {
    return options.name().orElseGet(() -> LayerNames.layer(opened.baseName()));
  }

  private double secondsSince(Instant start) {
    return Duration.between(start, clock.instant()).toMillis() / 1000.0;
  }
}
