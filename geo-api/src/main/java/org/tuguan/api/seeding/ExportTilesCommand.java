package org.tuguan.api.seeding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.publishing.CommandLine;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.tile.TileCoord;
import org.tuguan.core.tile.TileMatrixSet;
import org.tuguan.core.tile.archive.ArchiveInfo;
import org.tuguan.core.tile.archive.HilbertTile;
import org.tuguan.core.tile.archive.JdbcMbTilesArchive;
import org.tuguan.core.tile.archive.PmTilesArchive;
import org.tuguan.core.tile.archive.TileArchive;
import tools.jackson.databind.JsonNode;

/** {@code ./tuguan export-tiles LAYERS --to FILE}: the running server's tiles in one file. */
@Component
@SuppressWarnings("SystemOut")
class ExportTilesCommand implements Command {
  private static final String HELP =
      """
      export-tiles LAYERS --zoom 10-15 --to city.pmtiles
                        把執行中伺服器的圖磚存成一個檔（.pmtiles 或 .mbtiles）
                        the running server's tiles in one file (.pmtiles or .mbtiles)

        LAYERS          圖層，可多個，疊在一起 one or several, upon each other
        --area 西屯區   只做碰到這個範圍的圖磚：地名，或 西,南,東,北（度） those that meet a place, or west,south,east,north in degrees
        --vector        向量圖磚，而非圖片 vector tiles, not pictures
        --format png | jpg   --threads 4
      """;

  /** Numbers of the tiles of one level are kept in memory. */
  private static final long MOST_OF_A_LEVEL = 20_000_000;

  private final Path home;

  ExportTilesCommand(TuguanProperties properties) {
    this.home = properties.home();
  }

  @Override
  public String name() {
    return "export-tiles";
  }

  @Override
  public String usage() {
    return "export-tiles LAYERS --zoom 10-15 --to FILE.pmtiles|FILE.mbtiles   匯出圖磚 tiles in one file";
  }

  @Override
  public int run(List<String> args) {
    if (args.contains("--help")) {
      System.out.print(HELP);
      return 0;
    }
    CommandLine line = CommandLine.parse(args, Set.of("vector"));
    try {
      export(line);
      return 0;
    } catch (IOException e) {
      throw new RequestException(Fault.INVALID_PARAMETER, "to", "to: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void export(CommandLine line) throws IOException, InterruptedException {
    Map<String, String> given = line.options();
    if (!given.getOrDefault("to", "").matches("(?s).*\\.(pmtiles|mbtiles)")) {
      throw RequestException.invalid(
          "to", given.getOrDefault("to", ""), "a file name that ends in .pmtiles or .mbtiles");
    }
    Path file = Path.of(given.get("to")).toAbsolutePath();
    TileOptions options = TileOptions.parse(line, home, Set.of("vector", "to"));
    if (!options.set().equals(TileMatrixSet.WEB_MERCATOR_QUAD)) {
      throw RequestException.invalid(
          "grid", options.set().id(), "these files know WebMercatorQuad only");
    }
    TileList tiles = new TileList(options);
    TileProgress progress = new TileProgress(tiles.size(), 0);
    long written = 0;
    try (TileArchive archive = archive(file, info(options));
        TileFetch fetch = new TileFetch(options)) {
      long done = 0;
      for (TileBlock block : tiles.blocks()) {
        long[] ids = ids(block, tiles);
        written += write(ids, block, new Writing(archive, fetch, progress, done));
        done += ids.length;
      }
      archive.finish();
    }
    progress.end();
    System.out.printf(
        Locale.ROOT,
        "✓ %s：%,d 圖磚 tiles（%,d 空白 empty），%.1f MB，%.1f s%n",
        file,
        written,
        tiles.size() - written,
        Files.size(file) / 1e6,
        progress.seconds());
  }

  /** What one export works with. */
  private record Writing(TileArchive archive, TileFetch fetch, TileProgress progress, long done) {}

  private static TileArchive archive(Path file, ArchiveInfo info) throws IOException {
    return file.toString().endsWith(".pmtiles")
        ? new PmTilesArchive(file, info)
        : new JdbcMbTilesArchive(file, info);
  }

  private static ArchiveInfo info(TileOptions options) throws IOException, InterruptedException {
    JsonNode json = options.server().tileJson(options.layers(), options.extension());
    return new ArchiveInfo(
        json.path("name").asString(options.layers()),
        json.path("description").asString(""),
        json.path("attribution").asString(""),
        options.area().bounds(),
        options.minZoom(),
        options.maxZoom(),
        switch (options.extension()) {
          case "mvt" -> ArchiveInfo.Format.MVT;
          case "png" -> ArchiveInfo.Format.PNG;
          default -> ArchiveInfo.Format.JPEG;
        },
        Optional.ofNullable(json.get("vector_layers")).map(JsonNode::toString));
  }

  /** How many tiles there is something in. */
  private static long write(long[] ids, TileBlock block, Writing writing)
      throws IOException, InterruptedException {
    long written = 0;
    for (int from = 0; from < ids.length; from += TileFetch.BATCH) {
      List<TileCoord> batch = new ArrayList<>();
      for (int i = from; i < Math.min(ids.length, from + TileFetch.BATCH); i++) {
        HilbertTile tile = HilbertTile.of(ids[i]);
        batch.add(new TileCoord(block.northWest().set(), tile.z(), tile.x(), tile.y()));
      }
      List<Optional<byte[]>> bodies = writing.fetch.get(batch);
      for (int i = 0; i < batch.size(); i++) {
        TileCoord tile = batch.get(i);
        if (bodies.get(i).isPresent()) {
          byte[] body = bodies.get(i).get();
          writing.archive.add(tile.z(), tile.x(), tile.y(), body);
          writing.progress.add(body.length);
          written++;
        }
      }
      writing.progress.at(writing.done + from + batch.size(), block.level());
    }
    return written;
  }

  private static long[] ids(TileBlock block, TileList tiles) {
    if (block.count() > MOST_OF_A_LEVEL) {
      throw RequestException.invalid(
          "zoom",
          Integer.toString(block.level()),
          "%,d tiles on one level are too many; choose a smaller area".formatted(block.count()));
    }
    return tiles.listOf(block).stream()
        .mapToLong(tile -> HilbertTile.id(tile.z(), tile.x(), tile.y()))
        .sorted()
        .toArray();
  }
}
