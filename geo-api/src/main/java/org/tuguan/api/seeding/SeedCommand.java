package org.tuguan.api.seeding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.publishing.CommandLine;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.tile.TileCoord;

/**
 * {@code ./tuguan seed LAYER…}: asks the running server for tiles, so that it has them. How far it
 * has come is written down after every few tiles; the same command goes on from there, however it
 * was stopped.
 */
@Component
@SuppressWarnings("SystemOut")
class SeedCommand implements Command {
  private static final String HELP =
      """
      seed LAYER… --zoom 10-15   預先產生圖磚，存入執行中伺服器的快取
                                 have the running server make tiles ahead, into its cache

        LAYER…          一層一組；a,b 為疊在一起的一組 each alone; a,b for one upon the other
        --area 西屯區   只做碰到這個範圍的圖磚：地名，或 西,南,東,北（度） those that meet a place, or west,south,east,north in degrees
        --grid WebMercatorQuad | WorldCRS84Quad | TWD97TM2Quad
        --format png | jpg | mvt   --threads 4   --restart
        Ctrl-C 暫停，再執行同一指令即繼續 Ctrl-C pauses; the same command goes on
      """;

  private final Path home;

  SeedCommand(TuguanProperties properties) {
    this.home = properties.home();
  }

  @Override
  public String name() {
    return "seed";
  }

  @Override
  public String usage() {
    return "seed LAYER… --zoom 10-15   預先產生圖磚 make tiles ahead (seed --help)";
  }

  @Override
  public int run(List<String> args) {
    if (args.contains("--help")) {
      System.out.print(HELP);
      return 0;
    }
    CommandLine line = CommandLine.parse(args, Set.of("restart"));
    if (line.subjects().isEmpty()) {
      throw RequestException.missing("LAYER");
    }
    try {
      for (String layer : line.subjects()) {
        CommandLine one = new CommandLine(List.of(layer), line.options());
        seed(
            TileOptions.parse(one, home, Set.of("restart")), line.options().containsKey("restart"));
      }
      return 0;
    } catch (IOException e) {
      throw new RequestException(Fault.INVALID_PARAMETER, "seed", "seed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void seed(TileOptions options, boolean restart) throws IOException, InterruptedException {
    TileList tiles = new TileList(options);
    long total = tiles.size();
    Path state = state(options, tiles);
    long done = restart ? 0 : Math.min(read(state), total);
    System.out.printf(
        Locale.ROOT,
        "%s：%,d 圖磚 tiles%s%n",
        options.layers(),
        total,
        done > 0 ? "，從第 %,d 個繼續 going on from there".formatted(done + 1) : "");
    TileProgress progress = new TileProgress(total, done);
    Iterator<TileCoord> rest = tiles.after(done);
    try (TileFetch fetch = new TileFetch(options)) {
      while (rest.hasNext()) {
        List<TileCoord> batch = new ArrayList<>();
        while (rest.hasNext() && batch.size() < TileFetch.BATCH) {
          batch.add(rest.next());
        }
        for (Optional<byte[]> body : fetch.get(batch)) {
          progress.add(body.map(bytes -> bytes.length).orElse(0));
        }
        done += batch.size();
        write(state, done);
        progress.at(done, batch.get(batch.size() - 1).z());
      }
    }
    progress.end();
    Files.deleteIfExists(state);
    System.out.printf(
        Locale.ROOT,
        "✓ %s：%,d 圖磚 tiles，%.1f MB，%.1f s%n",
        options.layers(),
        total,
        progress.bytes() / 1e6,
        progress.seconds());
  }

  /** One file for each work. */
  private Path state(TileOptions options, TileList tiles) throws IOException {
    String work = options.server().base() + options.layers() + options.extension() + tiles.text();
    return Files.createDirectories(home.resolve("seeding"))
        .resolve("%08x".formatted(work.hashCode()));
  }

  private static long read(Path state) throws IOException {
    if (!Files.exists(state)) {
      return 0;
    }
    String text = Files.readString(state, StandardCharsets.US_ASCII);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static void write(Path state, long done) throws IOException {
    Path fresh = state.resolveSibling(state.getFileName() + ".new");
    Files.writeString(fresh, Long.toString(done), StandardCharsets.US_ASCII);
    Files.move(fresh, state, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
