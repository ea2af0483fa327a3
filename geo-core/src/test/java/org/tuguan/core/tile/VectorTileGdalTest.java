package org.tuguan.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.feature.MemoryFeatureSource;

/** GDAL, which shares no code with us, reads what we write. */
class VectorTileGdalTest {
  @TempDir Path folder;

  @Test
  void gdalReadsEveryFeatureWithItsValuesAndPlace() throws IOException, InterruptedException {
    List<Feature> town = TownOfTiles.buildings(2_000, 1_000).toList();
    FeatureSource source = new MemoryFeatureSource(TownOfTiles.TYPE, town);
    TileCoord coord = TownOfTiles.tile(14);
    Bounds box = coord.bounds();
    VectorTileLayer layer =
        new VectorTileLayer("建物", source, Filter.INCLUDE, List.of("用途", "floors"));
    VectorTile tile = new VectorTileEncoder().encode(List.of(layer), coord, 500_000);
    Path folderOfColumn = Files.createDirectories(folder.resolve("14/" + coord.x()));
    Path file = folderOfColumn.resolve(coord.y() + ".pbf");
    Files.write(file, tile.body());
    String summary = run("ogrinfo", "-so", "-oo", "CLIP=NO", file.toString(), "建物");
    String rows = run("ogrinfo", "-q", "-oo", "CLIP=NO", file.toString(), "建物");

    assertThat(tile.features()).isGreaterThan(100);
    assertThat(summary)
        .contains("Feature Count: " + tile.features(), "用途: String", "floors: Integer");
    double[] extent = extent(summary);
    double margin = box.width() * 66 / 4096;
    assertThat(extent[0]).isBetween(box.minX() - margin, box.maxX());
    assertThat(extent[2]).isBetween(box.minX(), box.maxX() + margin);
    assertThat(rows).contains("用途 (String) = 學校", "POLYGON").doesNotContain("ERROR");
  }

  private static double[] extent(String summary) {
    String line = summary.lines().filter(each -> each.startsWith("Extent:")).findFirst().get();
    String[] numbers = line.replaceAll("[^-\\d.,]+", ",").replaceAll("^,|,$", "").split(",+-?,*");
    double[] extent = new double[4];
    for (int i = 0; i < 4; i++) {
      extent[i] = Double.parseDouble(numbers[i]);
    }
    return extent;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
