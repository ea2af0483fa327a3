package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Areas are exact; strokes look as Java2D draws them. */
class CoverageMaskTest {
  private static final int SIZE = 64;
  private final CoverageMask mask = new CoverageMask(SIZE, SIZE);

  @Test
  void pixelsAreCoveredByTheirShare() {
    add(10.25, 10.5, 12.5, 10.5, 12.5, 13, 10.25, 13);
    int[] covered = drain();
    assertThat(covered[10 * SIZE + 10]).isCloseTo(255 * 3 / 8, within(5));
    assertThat(covered[11 * SIZE + 10]).isCloseTo(255 * 3 / 4, within(5));
    assertThat(covered[11 * SIZE + 11]).isEqualTo(255);
    assertThat(covered[12 * SIZE + 12]).isCloseTo(255 / 2, within(5));
    assertThat(covered[13 * SIZE + 11]).isZero();
    assertThat(covered[11 * SIZE + 13]).isZero();
  }

  @Test
  void sumOfAllPixelsIsTheAreaInThePicture() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * 40 + 10;
      double y = random.nextDouble() * 40 + 10;
      double dx = random.nextDouble() * 20 - 10;
      double dy = random.nextDouble() * 20 - 10;
      double ex = random.nextDouble() * 20 - 10;
      double ey = random.nextDouble() * 20 - 10;
      add(x, y, x + dx, y + dy, x + ex, y + ey);
      double area = Math.abs(dx * ey - dy * ex) / 2;
      assertThat(sum(drain())).isCloseTo(area, within(1.5));
    }
  }

  @Test
  void whatLiesOutsideIsCutExactly() {
    add(-30, -20, 200, -20, 200, 32, -30, 32);
    assertThat(sum(drain())).isCloseTo(SIZE * 32, within(0.1));
    add(-100, 32, 32, -100, 164, 32, 32, 164);
    assertThat(sum(drain())).isCloseTo(SIZE * SIZE, within(0.1));
    add(-50, 10, 20, 10, 20, 20, -50, 90);
    double cut = sum(drain());
    add(0, 10, 20, 10, 20, 20, 0, 40);
    assertThat(cut).isCloseTo(sum(drain()), within(0.5));
    add(70, 0, 90, 0, 90, 64, 70, 64);
    assertThat(sum(drain())).isZero();
    add(-90, 0, -9, 0, -9, 64, -90, 64);
    assertThat(sum(drain())).isZero();
  }

  @Test
  void overlapsCoverOnce() {
    add(10, 10, 30, 10, 30, 30, 10, 30);
    add(20, 20, 40, 20, 40, 40, 20, 40);
    assertThat(sum(drain())).isCloseTo(700, within(0.1));
  }

  @Test
  void boxesAreRectangles() {
    mask.box(3.25, 5.5, 7.75, 6.25, 1);
    int[] boxed = drain();
    add(3.25, 5.5, 7.75, 5.5, 7.75, 6.25, 3.25, 6.25);
    assertThat(boxed).isEqualTo(drain());
    mask.box(-5, -5, 70, 70, 0.5);
    assertThat(sum(drain())).isCloseTo(SIZE * SIZE / 2.0, within(40.0));
  }

  @Test
  void scatteredBoxesCoverOnceWhatTheyShare() {
    mask.scattered(10, 10, 10.5, 11);
    mask.scattered(10, 10, 10.5, 11);
    mask.scattered(10.25, 10, 10.75, 11);
    mask.scattered(-3, -3, 0.5, 0.5);
    mask.scattered(63.5, 20, 99, 21);
    int[] covered = drain();
    assertThat(covered[10 * SIZE + 10]).isCloseTo(255 * 3 / 4, within(5));
    assertThat(covered[0]).isCloseTo(255 / 4, within(5));
    assertThat(covered[20 * SIZE + 63]).isCloseTo(255 / 2, within(5));
    assertThat(sum(covered)).isCloseTo(1.5, within(0.1));
    assertThat(sum(drain())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,0,0", "1,0,0", "1,1,1", "2,0,2", "3,2,0", "3,1,1", "6,0,0", "6,1,1", "9,2,2", "15,0,0"
  })
  void strokesLookAsInJava2D(float width, int cap, int join) {
    double[][] lines = {
      {5, 5, 50, 20, 20, 50, 60, 60},
      {5, 60, 60, 5},
      {-20, 30, 30, 34, 90, 20, 34, 50},
      {10, 10, 40, 10, 40, 40, 10, 40, 10, 10},
      {2, 2, 12, 4, 14, 14, 30, 15, 31, 30, 45, 33, 50, 60}
    };
    for (double[] line : lines) {
      boolean closed = line[0] == line[line.length - 2];
      int[] ours = ours(line, closed, width, cap, join);
      int[] theirs = java2D(line, closed, width, cap, join);
      int off = 0;
      for (int i = 0; i < ours.length; i++) {
        off += Math.abs(ours[i] - theirs[i]) > 40 ? 1 : 0;
      }
      assertThat(off).as("%s %s %s", width, cap, join).isLessThanOrEqualTo(4);
      assertThat(sum(ours)).isCloseTo(sum(theirs), within(0.03 * sum(theirs) + 1));
    }
  }

  private int[] ours(double[] line, boolean closed, double width, int cap, int join) {
    PixelShape shape = new PixelShape();
    for (int i = 0; i < line.length; i += 2) {
      shape.add(line[i], line[i + 1]);
    }
    shape.end(closed ? PixelShape.Kind.SHELL : PixelShape.Kind.LINE);
    Canvas canvas = new Canvas(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB));
    new LineOutline(canvas, width, cap, join).add(shape, 0, mask);
    return drain();
  }

  private static int[] java2D(double[] line, boolean closed, float width, int cap, int join) {
    Path2D path = new Path2D.Double();
    path.moveTo(line[0], line[1]);
    for (int i = 2; i < line.length - (closed ? 2 : 0); i += 2) {
      path.lineTo(line[i], line[i + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return java2D(new BasicStroke(width, cap, join).createStrokedShape(path));
  }

  private static int[] java2D(Shape shape) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    Canvas.prepare(graphics);
    graphics.setColor(Color.BLACK);
    graphics.fill(shape);
    int[] alphas = image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
    for (int i = 0; i < alphas.length; i++) {
      alphas[i] >>>= 24;
    }
    return alphas;
  }

  private void add(double... ring) {
    for (int i = 0; i < ring.length; i += 2) {
      int next = (i + 2) % ring.length;
      mask.edge(ring[i], ring[i + 1], ring[next], ring[next + 1]);
    }
  }

  private int[] drain() {
    int[] covered = new int[SIZE * SIZE];
    mask.drain(
        (x, y, count, alphas) -> {
          for (int i = 0; i < count; i++) {
            covered[y * SIZE + x + i] = alphas[i] & 0xff;
          }
        });
    return covered;
  }

  /** In pixels. */
  private static double sum(int[] covered) {
    double sum = 0;
    for (int each : covered) {
      sum += each / 255.0;
    }
    return sum;
  }
}
