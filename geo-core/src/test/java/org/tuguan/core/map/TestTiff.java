package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.FileImageOutputStream;

/** Writes small GeoTIFF files. */
final class TestTiff {
  private TestTiff() {}

  /**
   * @param epsg projected, or geographic below 5000 and above 4000
   * @param cell width and height of a cell
   * @param noData null for no tag
   */
  static Path write(
      Path file,
      BufferedImage image,
      int epsg,
      double west,
      double north,
      double cell,
      String noData)
      throws IOException {
    return write(file, image, epsg, new double[] {west, north, cell}, noData, null, 0);
  }

  /**
   * @param compression as the JDK's writer calls it; null for none
   * @param tile width and height of tiles; 0 for strips
   */
  static Path write(
      Path file,
      BufferedImage image,
      int epsg,
      double[] corner,
      String noData,
      String compression,
      int tile)
      throws IOException {
    double cell = corner[2];
    ImageWriter writer = JdkImages.writer("tiff");
    file.toFile().delete();
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      IIOMetadata standard =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      TIFFDirectory tags = TIFFDirectory.createFromMetadata(standard);
      tags.addTIFFField(doubles(33550, cell, cell, 0));
      tags.addTIFFField(doubles(33922, 0, 0, 0, corner[0], corner[1], 0));
      boolean geographic = epsg > 4000 && epsg < 5000;
      char[] keys = {
        1,
        1,
        0,
        3,
        1024,
        0,
        1,
        (char) (geographic ? 2 : 1),
        1025,
        0,
        1,
        1,
        (char) (geographic ? 2048 : 3072),
        0,
        1,
        (char) epsg
      };
      tags.addTIFFField(
          new TIFFField(
              new TIFFTag("GeoKeyDirectory", 34735, 1 << TIFFTag.TIFF_SHORT),
              TIFFTag.TIFF_SHORT,
              keys.length,
              keys));
      if (noData != null) {
        tags.addTIFFField(
            new TIFFField(
                new TIFFTag("NoData", 42113, 1 << TIFFTag.TIFF_ASCII),
                TIFFTag.TIFF_ASCII,
                1,
                new String[] {noData}));
      }
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (compression != null) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
      }
      if (tile > 0) {
        parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setTiling(tile, tile, 0, 0);
      }
      writer.write(null, new IIOImage(image, null, tags.getAsMetadata()), parameters);
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static TIFFField doubles(int number, double... values) {
    return new TIFFField(
        new TIFFTag("Geo", number, 1 << TIFFTag.TIFF_DOUBLE),
        TIFFTag.TIFF_DOUBLE,
        values.length,
        values);
  }
}
