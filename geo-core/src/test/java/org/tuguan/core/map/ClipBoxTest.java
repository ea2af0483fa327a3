package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tuguan.core.map.PixelShape.Kind;

class ClipBoxTest {
  private final ClipBox box = new ClipBox(100, 100, 0);

  private static PixelShape shape(Kind kind, double... xy) {
    PixelShape shape = new PixelShape();
    for (int i = 0; i < xy.length; i += 2) {
      shape.add(xy[i], xy[i + 1]);
    }
    shape.end(kind);
    return shape;
  }

  private List<String> cut(PixelShape shape) {
    List<String> pieces = new ArrayList<>();
    box.cutLine(
        shape,
        0,
        (xy, points, skipped) ->
            pieces.add(Arrays.toString(Arrays.copyOf(xy, 2 * points)) + " after " + skipped));
    return pieces;
  }

  @Test
  void lineIsCutWhereItLeavesAndTheLengthBeforeIsKnown() {
    assertThat(cut(shape(Kind.LINE, -50, 50, 50, 50, 50, 150, 60, 150, 60, 90)))
        .containsExactly(
            "[0.0, 50.0, 50.0, 50.0, 50.0, 100.0] after 50.0",
            "[60.0, 100.0, 60.0, 90.0] after 260.0");
  }

  @Test
  void lineInsideStaysAsItIs() {
    assertThat(cut(shape(Kind.LINE, 1, 1, 2, 2, 3, 1)))
        .containsExactly("[1.0, 1.0, 2.0, 2.0, 3.0, 1.0] after 0.0");
  }

  @Test
  void lineOutsideIsDropped() {
    assertThat(cut(shape(Kind.LINE, -10, -10, 200, -10, 200, 200))).isEmpty();
    assertThat(cut(shape(Kind.LINE, 150, 50, 50, 250))).isEmpty();
  }

  @Test
  void ringIsNotBrokenInsideThePicture() {
    assertThat(cut(shape(Kind.SHELL, 50, 50, 150, 50, 150, 80, 50, 80, 50, 50))).hasSize(1);
  }

  @Test
  void ringAroundThePictureBecomesThePicture() {
    Path2D.Double path = new Path2D.Double();
    box.appendRing(
        shape(Kind.SHELL, -1e6, -1e6, 1e6, -1e6, 1e6, 1e6, -1e6, 1e6, -1e6, -1e6), 0, path);
    assertThat(path.getBounds2D().getWidth()).isEqualTo(100);
    assertThat(path.contains(50, 50)).isTrue();
  }
}
