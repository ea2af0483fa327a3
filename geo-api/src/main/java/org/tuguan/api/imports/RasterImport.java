package org.tuguan.api.imports;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import org.tuguan.api.publishing.JdbcLayers;
import org.tuguan.api.publishing.LayerNames;
import org.tuguan.api.publishing.LayerWords;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.GeoTiff;
import org.tuguan.core.map.StarterStyle;

/** Publishes a GeoTIFF. Runs inside the transaction of an import. */
@Component
class RasterImport {
  /** Cells a side that are looked at to find the range of values. */
  private static final int LOOKED_AT = 512;

  private final JdbcLayers layers;
  private final JdbcRasterStore files;

  RasterImport(JdbcLayers layers, JdbcRasterStore files) {
    this.layers = layers;
    this.files = files;
  }

  /** A raster as it would be published. */
  record Look(ImportReport report, GeoTiff source, String sld) {}

  Look look(Path file, String fileName, String layer) {
    GeoTiff source = open(file, fileName);
    boolean created = layers.findExisting(layer).isEmpty();
    Bounds extent =
        CoordinateTransform.between(source.bounds().crs(), Crs.CRS84).apply(source.bounds());
    ImportReport report = ImportReport.ofRaster(layer, created, extent, source.bounds().crs());
    return new Look(report, source, style(layer, source, fileName));
  }

  ImportReport load(Path file, String fileName, String layer, LayerWords words) {
    layers.lock(layer);
    if (layers.findExisting(layer).flatMap(JdbcLayers.Existing::table).isPresent()) {
      throw new RequestException(
          Fault.CONFLICT,
          "name",
          new LocalText(
              "圖層 %s 已有圖徵資料；請用 --name 另取名稱".formatted(RequestException.quote(layer)),
              "the layer %s has features; choose another --name (form field name)"
                  .formatted(RequestException.quote(layer))));
    }
    Look look = look(file, fileName, layer);
    String sha256 = hash(file);
    files.save(sha256, file);
    Bounds extent =
        CoordinateTransform.between(look.source().bounds().crs(), Crs.CRS84)
            .apply(look.source().bounds());
    layers.saveRaster(layer, sha256, extent, words, LayerNames.title(layer));
    if (!layers.hasStyles(layer)) {
      layers.saveStyle(layer, "default", "預設", "Default", look.sld());
    }
    return look.report();
  }

  /** The core does not know what the user calls the file. */
  private static GeoTiff open(Path file, String fileName) {
    try {
      return GeoTiff.open(file);
    } catch (RequestException e) {
      throw new RequestException(
          e.fault(),
          "file",
          new LocalText(
              "%s 無法讀取：%s".formatted(RequestException.quote(fileName), e.text().zh()),
              "%s: %s".formatted(RequestException.quote(fileName), e.text().en())),
          e);
    }
  }

  private static String style(String layer, GeoTiff source, String fileName) {
    int every =
        Math.max(
            1, (int) Math.ceil(Math.max(source.width(), source.height()) / (double) LOOKED_AT));
    try {
      Raster cells = source.read(0, 0, source.width(), source.height(), every);
      double[] range = range(cells, source.noData());
      return StarterStyle.ofRaster(layer, cells.getNumBands(), range[0], range[1]);
    } catch (IOException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "file",
          new LocalText(
              "%s 無法讀取：%s".formatted(RequestException.quote(fileName), e.getMessage()),
              "%s cannot be read: %s".formatted(RequestException.quote(fileName), e.getMessage())),
          e);
    }
  }

  /** Least and greatest value of the first band; never equal. */
  private static double[] range(Raster cells, OptionalDouble noData) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double[] row = new double[cells.getWidth()];
    for (int y = 0; y < cells.getHeight(); y++) {
      cells.getSamples(cells.getMinX(), cells.getMinY() + y, cells.getWidth(), 1, 0, row);
      for (double value : row) {
        boolean counts =
            Double.isFinite(value) && !(noData.isPresent() && noData.getAsDouble() == value);
        least = counts ? Math.min(least, value) : least;
        most = counts ? Math.max(most, value) : most;
      }
    }
    if (least > most) {
      return new double[] {0, 255};
    }
    return most > least ? new double[] {least, most} : new double[] {least - 1, least + 1};
  }

  private static String hash(Path file) {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
