package org.tuguan.core.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;
import org.tuguan.core.catalog.StyleInfo;
import org.tuguan.core.exports.Export;
import org.tuguan.core.exports.ExportTarget;
import org.tuguan.core.exports.FileFormat;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureBatches;
import org.tuguan.core.feature.Query;
import org.tuguan.core.map.GeoTiffClip;
import org.tuguan.core.map.QgisStyle;
import org.tuguan.core.print.PdfPages;

/**
 * Makes packages. Layers are written to a scratch folder one after the other and streamed into the
 * ZIP; the finished ZIP takes its place in one step, so that a package is there whole or not at
 * all. Safe for any thread.
 */
public final class DeliveryPackage {
  private static final long TOLD_EVERY = 10_000;

  private final Clock clock;
  private final PdfPages pages;

  /**
   * @param pages sets the licence
   */
  public DeliveryPackage(Clock clock, PdfPages pages) {
    this.clock = clock;
    this.pages = pages;
  }

  /**
   * Writes a package; one that lies there already is replaced.
   *
   * @param features told now and then, and after each file, how many features have been written so
   *     far
   * @throws IOException if the disk is full or cannot be written; nothing is left then
   */
  public Manifest write(
      Licence licence, List<PackagedLayer> layers, Path zip, Consumer<Long> features)
      throws IOException {
    Path scratch = Files.createTempDirectory(zip.toAbsolutePath().getParent(), "package-");
    try {
      Path begun = scratch.resolve("package.zip");
      Manifest manifest = write(licence, layers, begun, scratch, features);
      Files.move(begun, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return manifest;
    } finally {
      delete(scratch);
    }
  }

  @SuppressWarnings("TooManyParameters")
  private Manifest write(
      Licence licence,
      List<PackagedLayer> layers,
      Path begun,
      Path scratch,
      Consumer<Long> features)
      throws IOException {
    Instant made = clock.instant();
    List<Manifest.PackagedData> written = new ArrayList<>();
    HashedZip zip = new HashedZip(begun, made);
    try (zip) {
      for (PackagedLayer each : layers) {
        if (each.content() instanceof PackagedLayer.Grid grid) {
          written.add(addGrid(zip, each, grid, scratch));
        } else if (each.content() instanceof PackagedLayer.Features data) {
          addFeatures(zip, each, data, scratch, written, features);
        }
        addDescription(zip, licence, each);
      }
      List<LocalText> titles = layers.stream().map(each -> each.layer().title()).toList();
      zip.add("LICENCE.txt", new LicenceText(licence, titles).text());
      zip.add("LICENCE.pdf", pages.pdf(LicencePaper.of(licence, titles, made)));
      zip.add("licence.json", PackageJson.licence(licence));
      zip.add(
          "manifest.json",
          PackageJson.manifest(new Manifest(licence.number(), made, "", 0, written, zip.files())));
    }
    return new Manifest(
        licence.number(), made, zip.sha256(), Files.size(begun), written, zip.files());
  }

  @SuppressWarnings("TooManyParameters")
  private static void addFeatures(
      HashedZip zip,
      PackagedLayer packaged,
      PackagedLayer.Features data,
      Path scratch,
      List<Manifest.PackagedData> written,
      Consumer<Long> told)
      throws IOException {
    for (FileFormat format : data.formats()) {
      long before = written.stream().mapToLong(Manifest.PackagedData::features).sum();
      Path folder = Files.createDirectory(scratch.resolve("data"));
      ExportTarget target =
          new ExportTarget(folder, fileName(packaged.layer().name()), packaged.crs());
      Export export;
      try (Stream<Feature> features = FeatureBatches.streamAhead(data.source(), Query.ALL)) {
        export =
            format.write(
                data.source().type(),
                counted(features, count -> told.accept(before + count)),
                target);
      }
      told.accept(before + export.features());
      for (Path file : export.files()) {
        zip.add("data/" + file.getFileName(), file);
      }
      delete(folder);
      written.add(packagedData(packaged, format.name(), export));
    }
  }

  private static Manifest.PackagedData packagedData(
      PackagedLayer packaged, String format, Export export) {
    return new Manifest.PackagedData(
        packaged.layer().name(),
        format,
        export.crs().code(),
        export.features(),
        packaged.layer().updated(),
        export.notes().stream()
            .flatMap(note -> Stream.of(note.text().zh(), note.text().en()))
            .toList());
  }

  private static Manifest.PackagedData addGrid(
      HashedZip zip, PackagedLayer packaged, PackagedLayer.Grid grid, Path scratch)
      throws IOException {
    Path file = scratch.resolve(fileName(packaged.layer().name()) + ".tif");
    GeoTiffClip.write(grid.cells(), grid.area(), file);
    zip.add("data/" + file.getFileName(), file);
    Files.delete(file);
    return packagedData(
        packaged, "geotiff", new Export(packaged.crs(), List.of(file), 0, List.of()));
  }

  private static Stream<Feature> counted(Stream<Feature> features, Consumer<Long> done) {
    long[] count = {0};
    return features.peek(
        each -> {
          if (++count[0] % TOLD_EVERY == 0) {
            done.accept(count[0]);
          }
        });
  }

  private void addDescription(HashedZip zip, Licence licence, PackagedLayer packaged)
      throws IOException {
    String name = fileName(packaged.layer().name());
    for (StyleInfo style : packaged.layer().styles()) {
      String file = "styles/%s-%s".formatted(name, fileName(style.name()));
      zip.add(file + ".sld", style.sld());
      Optional<String> qml = QgisStyle.of(style.sld());
      if (qml.isPresent()) {
        zip.add(file + ".qml", qml.get());
      }
    }
    zip.add("metadata/" + name + ".xml", new LayerMetadata(packaged, licence, clock).xml());
  }

  /** A layer's name without what a file's name cannot have. */
  private static String fileName(String name) {
    return name.replace(':', '_');
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
