package org.tuguan.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.access.Ground;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.map.RasterSource;
import org.tuguan.core.plugin.PluginCells;

class GivenCellsTest {
  /** Four columns, three rows, a degree each; the value is 10 × row + column, one is missing. */
  private static final RasterSource RASTER =
      new RasterSource() {
        @Override
        public Bounds bounds() {
          return new Bounds(Crs.CRS84, 118, 22, 122, 25);
        }

        @Override
        public int width() {
          return 4;
        }

        @Override
        public int height() {
          return 3;
        }

        @Override
        public OptionalDouble noData() {
          return OptionalDouble.of(21);
        }

        @Override
        public Raster read(int x, int y, int width, int height, int every) {
          WritableRaster part =
              Raster.createWritableRaster(
                  new BandedSampleModel(DataBuffer.TYPE_DOUBLE, width, height, 2), null);
          for (int i = 0; i < width * height; i++) {
            part.setSample(i % width, i / width, 0, 10 * (y + i / width) + x + i % width);
          }
          return part;
        }
      };

  @Test
  void cellsComeRowByRowFromTheNorthWestAndMissingOnesAreNoNumber() {
    PluginCells cells = new GivenCells(RASTER, Ground.EVERYWHERE);
    assertThat(cells.read(1, 1, 2, 2)).containsExactly(11, 12, Float.NaN, 22);
    assertThat(cells.bounds()).isEqualTo(RASTER.bounds());
  }

  @Test
  void cellsOutsideTheGroundThatIsOpenAreNoNumber() {
    var open = new GeometryFactory().toGeometry(new Envelope(118, 120, 24, 25));
    PluginCells cells = new GivenCells(RASTER, new Ground.Within(open));
    assertThat(cells.read(0, 0, 4, 1)).containsExactly(0, 1, Float.NaN, Float.NaN);
    assertThat(cells.read(0, 1, 1, 1)).containsExactly(Float.NaN);
  }

  @Test
  void aPartThatReachesOutOfTheRasterIsRefused() {
    PluginCells cells = new GivenCells(RASTER, Ground.EVERYWHERE);
    assertThatThrownBy(() -> cells.read(3, 0, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cells.read(-1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
