package org.tuguan.api.demo;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.plugins.tiff.TIFFTagSet;
import javax.imageio.stream.ImageOutputStream;
import org.locationtech.jts.geom.Envelope;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/** The made-up ground as a GeoTIFF: metres as floats, EPSG:3826, nothing outside the city. */
final class ElevationTiff {
  private static final int CELL = 250;
  private static final float NOTHING = -9999;
  private static final int GDAL_NODATA = 42113;

  private final Bounds bounds;
  private final int width;
  private final int height;
  private final byte[] bytes;

  ElevationTiff(City city, DensityGrid people, Terrain terrain) throws IOException {
    Envelope box = city.outline().geometry().getEnvelopeInternal();
    double west = Math.floor(box.getMinX() / CELL) * CELL;
    double north = Math.ceil(box.getMaxY() / CELL) * CELL;
    width = (int) Math.ceil((box.getMaxX() - west) / CELL);
    height = (int) Math.ceil((north - box.getMinY()) / CELL);
    bounds = new Bounds(Crs.TWD97_TM2_121, west, north - height * CELL, west + width * CELL, north);
    bytes = encode(cells(people, terrain));
  }

  Bounds bounds() {
    return bounds;
  }

  byte[] bytes() {
    return bytes;
  }

  private BufferedImage cells(DensityGrid people, Terrain terrain) {
    ComponentColorModel grey =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    WritableRaster raster = grey.createCompatibleWritableRaster(width, height);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = bounds.minX() + (column + 0.5) * CELL;
        double y = bounds.maxY() - (row + 0.5) * CELL;
        boolean city = people.village(x, y) != null;
        raster.setSample(column, row, 0, city ? (float) terrain.elevation(x, y) : NOTHING);
      }
    }
    return new BufferedImage(grey, raster, false, null);
  }

  private byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = jdkWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionType("Deflate");
      writer.setOutput(stream);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), options);
      writer.write(null, new IIOImage(image, null, georeferenced(metadata)), options);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** The GeoTools jar brings another writer, which drops the tags below. */
  private static ImageWriter jdkWriter() {
    for (var each = ImageIO.getImageWritersByFormatName("tiff"); each.hasNext(); ) {
      ImageWriter writer = each.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java has no TIFF writer");
  }

  /** GeoTIFF 1.1: the position of the north-west corner, the size of a cell, the system's code. */
  private IIOMetadata georeferenced(IIOMetadata metadata) throws IOException {
    TIFFTag nothing = new TIFFTag("GDAL_NODATA", GDAL_NODATA, 1 << TIFFTag.TIFF_ASCII);
    GeoTIFFTagSet tags = GeoTIFFTagSet.getInstance();
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    // The writer leaves out what is in none of the directory's sets.
    directory.addTagSet(tags);
    directory.addTagSet(new TIFFTagSet(List.of(nothing)));
    double[] scale = {CELL, CELL, 0};
    double[] corner = {0, 0, 0, bounds.minX(), bounds.maxY(), 0};
    char[] keys = {1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 3826};
    directory.addTIFFField(
        new TIFFField(
            tags.getTag(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE), TIFFTag.TIFF_DOUBLE, 3, scale));
    directory.addTIFFField(
        new TIFFField(
            tags.getTag(GeoTIFFTagSet.TAG_MODEL_TIE_POINT), TIFFTag.TIFF_DOUBLE, 6, corner));
    directory.addTIFFField(
        new TIFFField(
            tags.getTag(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY),
            TIFFTag.TIFF_SHORT,
            keys.length,
            keys));
    String[] text = {Integer.toString((int) NOTHING)};
    directory.addTIFFField(new TIFFField(nothing, TIFFTag.TIFF_ASCII, 1, text));
    return directory.getAsMetadata();
  }
}
