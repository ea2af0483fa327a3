package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG at a quality fit for maps with pictures in them. Safe for any thread. */
public final class JpegEncoder implements MapEncoder {
  private static final float QUALITY = 0.85f;

  @Override
  public String name() {
    return "jpeg";
  }

  @Override
  public int priority() {
    return 30;
  }

  @Override
  public String mediaType() {
    return "image/jpeg";
  }

  @Override
  public boolean transparency() {
    return false;
  }

  @Override
  public void write(BufferedImage image, OutputStream out) throws IOException {
    ImageWriter writer = JdkImages.writer("jpeg");
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(opaque(image), null, null), parameters);
    } finally {
      writer.dispose();
    }
  }

  /** A transparent map lies on white. */
  private static BufferedImage opaque(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    BufferedImage flat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return flat;
  }
}
