package org.tuguan.api.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.catalog.LayerSources;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Right;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.delivery.DeliveryPackage;
import org.tuguan.core.delivery.Manifest;
import org.tuguan.core.delivery.PackagedLayer;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.AreaFeatureSource;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.map.GeoTiff;
import org.tuguan.core.print.PdfPages;

/**
 * Makes the packages, in a folder of the server. A package is there whole before the database says
 * so; what no row of the database names is thrown away.
 */
@Component
class PackageMaker {
  private static final Logger LOG = LoggerFactory.getLogger(PackageMaker.class);
  private static final String USUAL_FORMAT = "gpkg";
  private static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private final DeliverySteps steps;
  private final JdbcDeliveries deliveries;
  private final Licences licences;
  private final CatalogStore catalogs;
  private final LayerSources sources;
  private final ExtensionRegistry extensions;
  private final Path folder;
  private final PdfPages pages;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  PackageMaker(
      DeliverySteps steps,
      JdbcDeliveries deliveries,
      Licences licences,
      CatalogStore catalogs,
      LayerSources sources,
      ExtensionRegistry extensions,
      TuguanProperties properties,
      PdfPages pages,
      Clock clock) {
    this.steps = steps;
    this.deliveries = deliveries;
    this.licences = licences;
    this.catalogs = catalogs;
    this.sources = sources;
    this.extensions = extensions;
    this.folder = properties.home().resolve("deliveries");
    this.pages = pages;
    this.clock = clock;
  }

  Path file(Delivery.Packed packed) {
    return folder.resolve(packed.file());
  }

  /**
   * Makes the package of an application; does nothing if it is there, or if the application went
   * another way. May be called again at any time.
   *
   * @throws IOException if it could not be made; the reason is kept for people
   */
  void make(long application) throws IOException {
    Optional<DeliverySteps.Begun> begun = steps.begin(application);
    if (begun.isPresent()) {
      try {
        make(begun.get());
      } catch (IOException | RuntimeException | Error e) {
        LOG.warn("the package of application {} could not be made", application, e);
        steps.failed(begun.get(), reason(e));
        throw e;
      }
    }
  }

  private void make(DeliverySteps.Begun begun) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(begun.file());
    Manifest manifest = write(begun, file);
    if (steps.finish(begun, manifest)) {
      LOG.info("licence {}: {} bytes", manifest.licence(), manifest.bytes());
    } else {
      Files.deleteIfExists(file);
    }
  }

  /** Writes the file, which counts for nothing yet. */
  Manifest write(DeliverySteps.Begun begun, Path file) throws IOException {
    List<PackagedLayer> layers =
        begun.order().layers().stream().map(each -> packaged(each, begun.order())).toList();
    return new DeliveryPackage(clock, pages)
        .write(
            begun.licence(),
            layers,
            file,
            features -> deliveries.progress(begun.application(), begun.attempt(), features));
  }

  /** The licence gives the right to the data, whatever the applicant may do in the portal. */
  private PackagedLayer packaged(OrderedData.OrderedLayer ordered, OrderedData order) {
    Layer layer = catalogs.whole().findLayer(ordered.layer()).orElseThrow(() -> gone(ordered));
    LocalText agency = licences.agency(ordered.agency());
    if (layer.table().isEmpty()) {
      GeoTiff cells = sources.grid(layer, Right.DOWNLOAD);
      Crs own = cells.bounds().crs();
      Optional<Geometry> area =
          ordered.area().map(each -> CoordinateTransform.between(Crs.CRS84, own).apply(each));
      return new PackagedLayer(layer, agency, new PackagedLayer.Grid(cells, area), own);
    }
    FeatureSource all = sources.features(layer, Right.DOWNLOAD);
    FeatureSource source =
        ordered.area().<FeatureSource>map(area -> new AreaFeatureSource(all, area)).orElse(all);
    return new PackagedLayer(
        layer, agency, new PackagedLayer.Features(source, formats(order)), crs(order));
  }

  private static RequestException gone(OrderedData.OrderedLayer ordered) {
    return new RequestException(
        Fault.UNKNOWN_LAYER,
        "layer",
        new LocalText(
            "圖層「%s」已不存在".formatted(ordered.title().zh()),
            "the layer %s is not there any more".formatted(ordered.title().en())));
  }

  private List<FileFormat> formats(OrderedData order) {
    List<String> wanted = order.formats().isEmpty() ? List.of(USUAL_FORMAT) : order.formats();
    return wanted.stream()
        .distinct()
        .map(
            name ->
                extensions
                    .find(FileFormat.class, name)
                    .orElseThrow(
                        () ->
                            new RequestException(
                                Fault.UNKNOWN_FORMAT,
                                "formats",
                                new LocalText("沒有格式 " + name, "there is no format " + name))))
        .toList();
  }

  private static Crs crs(OrderedData order) {
    return order.crs().isBlank() ? Crs.TWD97_TM2_121 : Crs.parse("crs", order.crs());
  }

  private static LocalText reason(Throwable e) {
    if (e instanceof RequestException known) {
      return known.text();
    }
    return e instanceof IOException
        ? new LocalText(
            "檔案無法寫入：" + e.getMessage(), "a file could not be written: " + e.getMessage())
        : new LocalText("資料讀取失敗，詳見系統紀錄", "the data could not be read; the log has more");
  }

  /** What nobody can fetch any more goes: tries that broke off, and packages of ended licences. */
  void tidy() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    Set<String> kept = Set.copyOf(deliveries.listFiles(today));
    Instant oldest = clock.instant().minus(LEFT_BEHIND);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.toList()) {
        if (!kept.contains(each.getFileName().toString())
            && Files.getLastModifiedTime(each).toInstant().isBefore(oldest)) {
          delete(each);
        }
      }
    }
  }

  private static void delete(Path left) throws IOException {
    try (Stream<Path> all = Files.walk(left)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
