package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.imports.Gdal;

/** What is cut out is read by GDAL and by ourselves. */
class GeoTiffClipTest {
  @TempDir Path folder;

  /** 100 x 150 cells of 4 m; each holds its column plus a thousand times its row. */
  private GeoTiff numbers(int type) throws IOException {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, type);
    WritableRaster raster = model.createCompatibleWritableRaster(100, 150);
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 100; x++) {
        raster.setSample(
            x, y, 0, type == DataBuffer.TYPE_FLOAT ? 1000 * y + x + 0.25f : 100 * y + x);
      }
    }
    return GeoTiff.open(
        TestTiff.write(
            folder.resolve("numbers.tif"),
            new BufferedImage(model, raster, false, null),
            3826,
            217000,
            2672600,
            4,
            "-9999"));
  }

  private static Geometry shape(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  @Test
  void cellsOfTheAreaStayAsTheyAreAndOthersHoldNothing() throws Exception {
    for (int type : new int[] {DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_SHORT}) {
      GeoTiff source = numbers(type);
      Path file = folder.resolve("clip.tif");
      Geometry triangle =
          shape("POLYGON ((217041 2672001, 217201 2672001, 217041 2672401, 217041 2672001))");
      GeoTiffClip.write(source, Optional.of(triangle), file);
      GeoTiff clip = GeoTiff.open(file);

      assertThat(clip.bounds())
          .isEqualTo(new Bounds(Crs.TWD97_TM2_121, 217040, 2672000, 217204, 2672404));
      assertThat(clip.width()).isEqualTo(41);
      for (int y = 0; y < clip.height(); y++) {
        for (int x = 0; x < clip.width(); x++) {
          double middleX = 217040 + 4 * x + 2;
          double middleY = 2672404 - 4 * y - 2;
          boolean inside =
              triangle.covers(triangle.getFactory().createPoint(new Coordinate(middleX, middleY)));
          double expected =
              inside ? source.read(x + 10, y + 49, 1, 1, 1).getSampleDouble(0, 0, 0) : -9999;
          assertThat(clip.read(x, y, 1, 1, 1).getSampleDouble(0, 0, 0))
              .as("%d %d", x, y)
              .isEqualTo(expected);
        }
      }
      String said = Gdal.run("gdalinfo", "-stats", file.toString());
      assertThat(said)
          .contains("Size is 41, 101", "ID[\"EPSG\",3826]", "NoData Value=-9999")
          .contains(type == DataBuffer.TYPE_FLOAT ? "Type=Float32" : "Type=Int16")
          .doesNotContain("Warning", "ERROR");
    }
  }

  @Test
  void picturesKeepTheirColours() throws IOException {
    BufferedImage picture = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 70; y++) {
      for (int x = 0; x < 90; x++) {
        picture.setRGB(x, y, (2 * x) << 16 | (3 * y) << 8 | 77);
      }
    }
    Path file = TestTiff.write(folder.resolve("rgb.tif"), picture, 4326, 120.6, 24.2, 0.001, null);
    Path clip = folder.resolve("clip.tif");
    GeoTiffClip.write(
        GeoTiff.open(file),
        Optional.of(new GeometryFactory().toGeometry(new Envelope(120.61, 120.62, 24.18, 24.19))),
        clip);
    GeoTiffClip.write(GeoTiff.open(file), Optional.empty(), folder.resolve("whole.tif"));

    GeoTiff read = GeoTiff.open(clip);
    assertThat(read.read(0, 0, 1, 1, 1).getPixel(0, 0, (int[]) null))
        .isEqualTo(GeoTiff.open(file).read(10, 10, 1, 1, 1).getPixel(0, 0, (int[]) null));
    assertThat(Gdal.run("gdalinfo", clip.toString()))
        .contains("ColorInterp=Red", "ColorInterp=Blue", "ID[\"EPSG\",4326]")
        .doesNotContain("Warning", "ERROR");
    assertThat(
            Gdal.run("gdalinfo", "-checksum", folder.resolve("whole.tif").toString())
                .lines()
                .filter(line -> line.contains("Checksum")))
        .containsExactlyElementsOf(
            Gdal.run("gdalinfo", "-checksum", file.toString())
                .lines()
                .filter(line -> line.contains("Checksum"))
                .toList());
  }
}
