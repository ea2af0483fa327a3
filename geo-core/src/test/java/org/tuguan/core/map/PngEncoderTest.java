package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another reader makes of our PNG files is what was drawn. */
class PngEncoderTest {
  private final Random random = new Random(3);

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "1,3", "256,256", "700,130", "9000,3", "65,67"})
  void noiseComesBackAsItWas(int width, int height) throws IOException {
    assertSame(picture(width, height, true, i -> random.nextInt() | 0x01000000));
    assertSame(picture(width, height, false, i -> random.nextInt()));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "256,256", "700,130", "9000,3", "65,67"})
  void repetitionsComeBackAsTheyWere(int width, int height) throws IOException {
    assertSame(picture(width, height, true, i -> 0));
    assertSame(picture(width, height, true, i -> i / 7 % 5 == 0 ? 0 : 0xff00ff00));
    assertSame(picture(width, height, false, i -> i % 13 * 0x010307));
    int[] colours = random.ints(6).map(each -> each | 0xff000000).toArray();
    assertSame(picture(width, height, true, i -> colours[random.nextInt(i % 500 < 250 ? 2 : 6)]));
  }

  @Test
  void flatPicturesAreSmall() throws IOException {
    assertThat(encode(picture(1024, 1024, true, i -> 0xffe8f0dc)).length).isLessThan(20_000);
  }

  @Test
  void codeWordsAreNeverLongerThanAllowed() {
    int[] counts = new int[40];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < counts.length; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }
    HuffmanCode code = new HuffmanCode(counts, 15);
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      assertThat(code.length(i)).isBetween(1, 15);
      sum += Math.pow(2, -code.length(i));
    }
    assertThat(sum).isEqualTo(1);
    assertThat(code.length(39)).isLessThan(code.length(0));
  }

  private static BufferedImage picture(
      int width, int height, boolean alpha, IntUnaryOperator colour) {
    BufferedImage image =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, colour.applyAsInt(i));
    }
    return image;
  }

  private static void assertSame(BufferedImage image) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(encode(image)));
    int width = image.getWidth();
    int height = image.getHeight();
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(
            Arrays.equals(
                read.getRGB(0, 0, width, height, null, 0, width),
                image.getRGB(0, 0, width, height, null, 0, width)))
        .isTrue();
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PngEncoder().write(image, out);
    return out.toByteArray();
  }
}
