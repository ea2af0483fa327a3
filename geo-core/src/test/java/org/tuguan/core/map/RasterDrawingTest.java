package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tuguan.core.map.TestMaps.METRES;
import static org.tuguan.core.map.TestMaps.STYLES;
import static org.tuguan.core.map.TestMaps.draw;
import static org.tuguan.core.map.TestMaps.ink;
import static org.tuguan.core.map.TestMaps.request;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Symbolizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

class RasterDrawingTest {
  @TempDir private Path folder;

  /** Heights of a cone 100 high in the middle, 64 x 64 cells; the north-west corner has no data. */
  private static BufferedImage cone(int dataType) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, dataType);
    WritableRaster raster = model.createCompatibleWritableRaster(64, 64);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        double height = Math.max(0, 100 - 3 * Math.hypot(x - 31.5, y - 31.5));
        raster.setSample(x, y, 0, x < 16 && y < 16 ? -9999 : height);
      }
    }
    return new BufferedImage(model, raster, false, null);
  }

  private static RasterSymbolizer ramp(int type) {
    ColorMap map =
        STYLES.createColorMap(
            new String[] {"", "", ""},
            new double[] {0, 50, 100},
            new Color[] {new Color(0x1A9850), new Color(0xFEE08B), new Color(0x8C510A)},
            type);
    return STYLES.createRasterSymbolizer(map, 1);
  }

  private static StyledLayer layer(RasterSource source, Symbolizer symbolizer) {
    return new StyledLayer.Raster(source, TestMaps.style(symbolizer));
  }

  private GeoTiff coneFile(int dataType) throws IOException {
    return GeoTiff.open(
        TestTiff.write(folder.resolve("cone.tif"), cone(dataType), 3826, 0, 256, 4, "-9999"));
  }

  @Test
  void georeferenceAndMissingValuesAreRead() throws IOException {
    GeoTiff tiff = coneFile(DataBuffer.TYPE_FLOAT);
    assertThat(tiff.bounds()).isEqualTo(new Bounds(METRES, 0, 0, 256, 256));
    assertThat(tiff.width()).isEqualTo(64);
    assertThat(tiff.noData()).hasValue(-9999);
    assertThat(tiff.read(30, 30, 4, 4, 2).getWidth()).isEqualTo(2);
    assertThat(tiff.read(31, 31, 1, 1, 1).getSampleDouble(0, 0, 0)).isGreaterThan(97);
  }

  @Test
  void packedAndTiledFilesHoldTheSameCells() throws IOException {
    for (int type : new int[] {DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_SHORT}) {
      BufferedImage cone = cone(type);
      for (String compression : new String[] {"LZW", "Deflate", "ZLib", "PackBits"}) {
        for (int tile : new int[] {0, 16, 48}) {
          double[] corner = {0, 256, 4};
          Path file = folder.resolve("packed.tif");
          TestTiff.write(file, cone, 3826, corner, null, compression, tile);
          Raster read = GeoTiff.open(file).read(5, 3, 50, 57, 3);
          assertThat(read.getWidth()).isEqualTo(17);
          assertThat(read.getHeight()).isEqualTo(19);
          for (int y = 0; y < 19; y++) {
            for (int x = 0; x < 17; x++) {
              assertThat(read.getSampleDouble(x, y, 0))
                  .as("%s %d at %d,%d", compression, tile, x, y)
                  .isEqualTo(cone.getRaster().getSampleDouble(5 + 3 * x, 3 + 3 * y, 0));
            }
          }
        }
      }
    }
  }

  @Test
  void nothingIsDrawnOutsideTheAreaOfARight() throws IOException {
    Geometry west =
        CoordinateTransform.between(METRES, Crs.CRS84)
            .apply(new Bounds(METRES, -1000, -1000, 128, 1000).polygon());
    StyledLayer whole = layer(coneFile(DataBuffer.TYPE_FLOAT), ramp(ColorMap.TYPE_RAMP));
    BufferedImage picture =
        draw(
            256,
            256,
            new StyledLayer.Raster(
                ((StyledLayer.Raster) whole).source(), whole.style(), Optional.of(west)));
    BufferedImage all = draw(256, 256, whole);
    assertThat(picture.getRGB(120, 128)).isEqualTo(all.getRGB(120, 128));
    assertThat(picture.getRGB(136, 128)).isNotEqualTo(all.getRGB(136, 128));
  }

  @Test
  void rampBetweenCells() throws IOException {
    Golden.assertMatches(
        "raster-ramp",
        draw(256, 256, layer(coneFile(DataBuffer.TYPE_FLOAT), ramp(ColorMap.TYPE_RAMP))));
  }

  @Test
  void intervalsKeepTheirEdges() throws IOException {
    Golden.assertMatches(
        "raster-intervals",
        draw(256, 256, layer(coneFile(DataBuffer.TYPE_SHORT), ramp(ColorMap.TYPE_INTERVALS))));
  }

  @Test
  void edgesOfCellsLieWhereTheGeoreferenceSays() throws IOException {
    BufferedImage map =
        draw(256, 256, layer(coneFile(DataBuffer.TYPE_SHORT), ramp(ColorMap.TYPE_RAMP)));
    assertThat(ink(map, 0, 0, 64, 64)).as("no data").isZero();
    assertThat(ink(map, 64, 0, 192, 64)).isEqualTo(192 * 64);
    Bounds half = new Bounds(METRES, -128, 0, 128, 256);
    map =
        draw(
            request(
                half, 64, 64, 1, layer(coneFile(DataBuffer.TYPE_SHORT), ramp(ColorMap.TYPE_RAMP))));
    assertThat(ink(map, 0, 0, 32, 64)).as("west of the raster").isZero();
    assertThat(ink(map, 32, 16, 32, 48)).isEqualTo(32 * 48);
  }

  @Test
  void withoutAColourMapNumbersAreStretched() throws IOException {
    BufferedImage map =
        draw(256, 256, layer(coneFile(DataBuffer.TYPE_FLOAT), STYLES.createRasterSymbolizer()));
    assertThat(new Color(map.getRGB(128, 128)).getRed()).isGreaterThan(245);
    assertThat(new Color(map.getRGB(250, 250)).getRed()).isLessThan(10);
  }

  @Test
  void opacityLetsTheBackgroundThrough() throws IOException {
    RasterSymbolizer half = ramp(ColorMap.TYPE_INTERVALS);
    half.setOpacity(STYLES.literalExpression(0.5));
    BufferedImage map = draw(256, 256, layer(coneFile(DataBuffer.TYPE_SHORT), half));
    Color there = new Color(map.getRGB(128, 128));
    Color full = new Color(0x8C510A);
    assertThat(there.getRed())
        .isBetween((full.getRed() + 255) / 2 - 2, (full.getRed() + 255) / 2 + 2);
  }

  @Test
  void pictureWithColoursIsShownAsItIs() throws IOException {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(4, 0, 4, 8);
    graphics.dispose();
    GeoTiff tiff =
        GeoTiff.open(TestTiff.write(folder.resolve("rgba.tif"), picture, 3826, 0, 8, 1, null));
    BufferedImage map = draw(8, 8, layer(tiff, STYLES.createRasterSymbolizer()));
    assertThat(map.getRGB(1, 4)).as("transparent").isEqualTo(0xffffffff);
    assertThat(map.getRGB(6, 4)).isEqualTo(Color.ORANGE.getRGB());
  }

  @Test
  void rasterIsDrawnInAnotherSystemWhereItBelongs() throws IOException {
    BufferedImage spot = new BufferedImage(101, 101, BufferedImage.TYPE_BYTE_GRAY);
    spot.getRaster().setSample(50, 50, 0, 255);
    Path file = TestTiff.write(folder.resolve("spot.tif"), spot, 3826, 215000, 2673000, 20, null);
    double[] centre = {215000 + 50.5 * 20, 2673000 - 50.5 * 20};
    CoordinateTransform.between(METRES, Crs.WEB_MERCATOR).apply(centre, 0, centre, 0, 1);
    Bounds around =
        new Bounds(
            Crs.WEB_MERCATOR, centre[0] - 100, centre[1] - 100, centre[0] + 100, centre[1] + 100);
    ColorMap values =
        STYLES.createColorMap(
            new String[] {""}, new double[] {255}, new Color[] {Color.RED}, ColorMap.TYPE_VALUES);
    BufferedImage map =
        draw(
            request(
                around,
                100,
                100,
                1,
                layer(GeoTiff.open(file), STYLES.createRasterSymbolizer(values, 1))));
    assertThat(map.getRGB(50, 50)).isEqualTo(0xffff0000);
    int size = ink(map, 0, 0, 100, 100);
    assertThat(size).as("20 m in Mercator at 24 N is about 11 pixels of 2 m").isBetween(90, 150);
  }

  @Test
  void brokenFilesAreNamedUnreadable() throws IOException {
    Path whole =
        TestTiff.write(folder.resolve("a.tif"), cone(DataBuffer.TYPE_FLOAT), 3826, 0, 256, 4, null);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, bytes.length / 3));
    Path text = Files.writeString(folder.resolve("text.tif"), "not a picture at all");
    Path system =
        TestTiff.write(folder.resolve("b.tif"), cone(DataBuffer.TYPE_FLOAT), 2000, 0, 256, 4, null);
    for (Path bad : new Path[] {cut, text, system}) {
      assertThatThrownBy(() -> GeoTiff.open(bad))
          .as(bad.toString())
          .isInstanceOfSatisfying(
              RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREADABLE_DATA));
    }
  }
}
