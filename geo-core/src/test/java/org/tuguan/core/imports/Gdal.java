package org.tuguan.core.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of other formats, written by the programs of the package gdal-bin. */
public final class Gdal {
  private Gdal() {}

  static Path convert(Path source, Path target, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("ogr2ogr"));
    command.addAll(List.of(options));
    command.add(target.toString());
    command.add(source.toString());
    run(command.toArray(new String[0]));
    return target;
  }

  /** Runs one of the programs and gives its words; if it fails, they are those of the exception. */
  public static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return said;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
