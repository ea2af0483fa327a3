package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MapEncoderTest {
  private static BufferedImage gradient(int type) {
    BufferedImage image = new BufferedImage(300, 200, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(255, 0, 0, 20), 300, 200, new Color(0, 200, 255, 255)));
    graphics.fillRect(0, 0, 300, 150);
    graphics.dispose();
    return image;
  }

  private static byte[] encode(MapEncoder encoder, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.write(image, out);
    return out.toByteArray();
  }

  private static BufferedImage decode(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static int worst(BufferedImage one, BufferedImage other) {
    int worst = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift < 32; shift += 8) {
          int a = one.getRGB(x, y) >> shift & 0xff;
          int b = other.getRGB(x, y) >> shift & 0xff;
          worst = Math.max(worst, Math.abs(a - b));
        }
      }
    }
    return worst;
  }

  @Test
  void pngKeepsEveryPixel() throws IOException {
    BufferedImage clear = gradient(BufferedImage.TYPE_INT_ARGB);
    BufferedImage read = decode(encode(new PngEncoder(), clear));
    assertThat(worst(clear, read)).isZero();
    assertThat(read.getColorModel().hasAlpha()).isTrue();

    BufferedImage opaque = gradient(BufferedImage.TYPE_INT_RGB);
    read = decode(encode(new PngEncoder(), opaque));
    assertThat(worst(opaque, read)).isZero();
    assertThat(read.getColorModel().hasAlpha()).isFalse();
  }

  @Test
  void paletteOfFewColoursIsExact() throws IOException {
    BufferedImage image = new BufferedImage(256, 2, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < 256; x++) {
      image.setRGB(x, 0, x << 24 | x << 8 | 0x10);
      image.setRGB(x, 1, x << 24 | x << 8 | 0x10);
    }
    image.setRGB(0, 0, 0);
    image.setRGB(0, 1, 0);
    BufferedImage read = decode(encode(new Png8Encoder(), image));
    assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
    assertThat(worst(image, read)).isZero();
  }

  @Test
  void paletteOfManyColoursComesClose() throws IOException {
    BufferedImage image = gradient(BufferedImage.TYPE_INT_ARGB);
    byte[] bytes = encode(new Png8Encoder(), image);
    BufferedImage read = decode(bytes);
    assertThat(((IndexColorModel) read.getColorModel()).getMapSize()).isLessThanOrEqualTo(256);
    assertThat(worst(image, read)).isLessThan(12);
    assertThat(read.getRGB(10, 190)).as("what is clear stays clear").isZero();
  }

  @Test
  void jpegLiesOnWhite() throws IOException {
    byte[] bytes = encode(new JpegEncoder(), gradient(BufferedImage.TYPE_INT_ARGB));
    assertThat(bytes[0] & 0xff).isEqualTo(0xff);
    BufferedImage read = decode(bytes);
    assertThat(new Color(read.getRGB(10, 190)).getGreen()).isGreaterThan(250);
  }

  @Test
  void encodersHaveNamesAndMediaTypesOfTheirOwn() {
    assertThat(new Png8Encoder().mediaType()).isEqualTo("image/png; mode=8bit");
    assertThat(new PngEncoder().priority()).isLessThan(new Png8Encoder().priority());
    assertThat(new JpegEncoder().transparency()).isFalse();
  }
}
