package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Image readers and writers of the JDK itself. The GeoTools jar registers others (JAI), some of
 * which fail on JDK 17; they are passed over.
 */
final class JdkImages {
  private static final String OURS = "com.sun.imageio.plugins.";

  private JdkImages() {}

  static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(OURS)) {
        return reader;
      }
    }
    throw new IllegalStateException("this JDK cannot read " + format);
  }

  static ImageWriter writer(String format) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith(OURS)) {
        return writer;
      }
    }
    throw new IllegalStateException("this JDK cannot write " + format);
  }

  /** Reads a PNG or JPEG. */
  static BufferedImage read(byte[] bytes) throws IOException {
    boolean jpeg = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    ImageReader reader = reader(jpeg ? "jpeg" : "png");
    try (ImageInputStream in = memory(bytes)) {
      reader.setInput(in);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static ImageInputStream memory(byte[] bytes) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
  }
}
