package org.tuguan.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.map.GeoTiff;

class ElevationTiffTest {
  @TempDir private Path directory;

  @Test
  void ourOwnReaderFindsItWhereItLies() throws IOException {
    ElevationTiff elevation = new DemoCity(new DemoSize(0, 100, 0, 0)).elevation();
    GeoTiff read = GeoTiff.open(Files.write(directory.resolve("elevation.tif"), elevation.bytes()));
    assertThat(read.bounds()).isEqualTo(elevation.bounds());
    assertThat(read.noData()).hasValue(-9999);
    float[] heights =
        read.read(0, 0, read.width(), read.height(), 1)
            .getSamples(0, 0, read.width(), read.height(), 0, (float[]) null);
    assertThat(heights).contains(-9999);
    float west = heights[read.height() / 2 * read.width() + read.width() / 6];
    float east = heights[read.height() / 4 * read.width() + read.width() * 3 / 4];
    assertThat(west).isBetween(0f, 400f);
    assertThat(east).isGreaterThan(1_000);
  }
}
