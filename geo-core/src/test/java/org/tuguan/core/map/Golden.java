package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares a drawn map to the picture that was accepted. With {@code -Dgolden.update=true} the new
 * one is accepted; look at it in the diff. On failure the actual picture and the difference are
 * left in {@code target/golden}.
 */
final class Golden {
  /** A channel may be off by so much: font and curve rasterisers differ a little. */
  private static final int STEP = 24;

  /** Share of pixels that may be off by more. */
  private static final double TOLERANCE = 0.002;

  private static final Path ACCEPTED = Path.of("src/test/resources/golden");
  private static final Path FAILED = Path.of("target/golden");

  private Golden() {}

  static void assertMatches(String name, BufferedImage actual) throws IOException {
    assertMatches(name, actual, TOLERANCE);
  }

  static void assertMatches(String name, BufferedImage actual, double tolerance)
      throws IOException {
    Path file = ACCEPTED.resolve(name + ".png");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(ACCEPTED);
      ImageIO.write(actual, "png", file.toFile());
      return;
    }
    if (!Files.exists(file)) {
      save(name + "-actual.png", actual);
      fail("no accepted picture " + file + "; accept with -Dgolden.update=true");
    }
    BufferedImage expected = ImageIO.read(file.toFile());
    assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
    assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
    compare(name, expected, actual, tolerance);
  }

  private static void compare(
      String name, BufferedImage expected, BufferedImage actual, double tolerance)
      throws IOException {
    BufferedImage difference =
        new BufferedImage(expected.getWidth(), expected.getHeight(), BufferedImage.TYPE_INT_RGB);
    int off = 0;
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        if (distance(expected.getRGB(x, y), actual.getRGB(x, y)) > STEP) {
          difference.setRGB(x, y, 0xff0000);
          off++;
        }
      }
    }
    double share = (double) off / (expected.getWidth() * expected.getHeight());
    if (share > tolerance) {
      save(name + "-actual.png", actual);
      save(name + "-difference.png", difference);
      fail("%s: %d pixels differ (%.2f %%); see %s", name, off, 100 * share, FAILED);
    }
  }

  private static int distance(int one, int other) {
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      largest = Math.max(largest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
    }
    return largest;
  }

  private static void save(String name, BufferedImage image) throws IOException {
    Files.createDirectories(FAILED);
    ImageIO.write(image, "png", FAILED.resolve(name).toFile());
  }
}
