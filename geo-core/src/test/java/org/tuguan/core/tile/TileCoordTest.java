package org.tuguan.core.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;

class TileCoordTest {
  @Test
  void neighboursShareTheirEdgeExactly() {
    SplittableRandom random = new SplittableRandom(1);
    for (TileMatrixSet set : TileMatrixSet.listAll()) {
      for (int i = 0; i < 1_000; i++) {
        int z = 1 + random.nextInt(set.maxLevel());
        int x = random.nextInt(set.columnsAt(z) - 1);
        int y = random.nextInt(set.rowsAt(z) - 1);
        Bounds tile = new TileCoord(set, z, x, y).bounds();

        assertThat(tile.maxX()).isEqualTo(new TileCoord(set, z, x + 1, y).bounds().minX());
        assertThat(tile.minY()).isEqualTo(new TileCoord(set, z, x, y + 1).bounds().maxY());
      }
    }
  }

  @Test
  void aTileHoldsThePointItWasAskedFor() {
    SplittableRandom random = new SplittableRandom(2);
    for (TileMatrixSet set : TileMatrixSet.listAll()) {
      Bounds all = set.bounds();
      for (int i = 0; i < 1_000; i++) {
        double x = all.minX() + random.nextDouble() * all.width();
        double y = all.minY() + random.nextDouble() * all.height();
        Bounds tile = set.at(random.nextInt(set.maxLevel() + 1), x, y).bounds();

        assertThat(tile.minX() <= x && x <= tile.maxX() && tile.minY() <= y && y <= tile.maxY())
            .isTrue();
      }
    }
  }

  /** OGC 17-083r4, annex D: WebMercatorQuad level 0 has 1 : 559 082 264.028717. */
  @Test
  void scalesAreThoseOfTheStandard() {
    assertThat(TileMatrixSet.WEB_MERCATOR_QUAD.scaleDenominator(0))
        .isCloseTo(559_082_264.0287178, within(1e-3));
    assertThat(TileMatrixSet.WORLD_CRS84_QUAD.scaleDenominator(0))
        .isCloseTo(279_541_132.0143589, within(1e-3));
  }

  @Test
  void thereIsNoTileOutsideTheGrid() {
    TileMatrixSet set = TileMatrixSet.WEB_MERCATOR_QUAD;
    assertThatThrownBy(() -> new TileCoord(set, 3, 8, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TileCoord.contains(set, 5, 4_294_967_296L, 0)).isFalse();
    assertThat(TileCoord.contains(set, 40, 0, 0)).isFalse();
    assertThatThrownBy(() -> TileMatrixSet.get("tileMatrixSetId", "Nowhere"))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("WebMercatorQuad");
  }

  @Test
  void taiwanLiesInTheGridOfTm2() {
    Bounds grid = TileMatrixSet.TWD97_TM2_QUAD.bounds();
    assertThat(grid.minX() < 140_000 && grid.maxX() > 360_000).isTrue();
    assertThat(grid.minY() < 2_415_000 && grid.maxY() > 2_805_000).isTrue();
  }
}
