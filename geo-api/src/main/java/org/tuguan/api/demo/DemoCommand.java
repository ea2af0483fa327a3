package org.tuguan.api.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;
import org.tuguan.api.people.SeedAgencies;

/**
 * {@code demo}: makes the demonstration city, or makes it again. Layers of the same names are
 * replaced, others are left alone.
 */
@Component
class DemoCommand implements Command {
  private static final String IF_EMPTY = "--if-empty";

  /** The city is there, and something that goes with it is not. */
  private static final int INCOMPLETE = 3;

  private final PostGisDemoStore store;
  private final SeedAgencies agencies;
  private final List<DemoSupplement> more;

  DemoCommand(PostGisDemoStore store, SeedAgencies agencies, List<DemoSupplement> more) {
    this.store = store;
    this.agencies = agencies;
    this.more = List.copyOf(more);
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String usage() {
    return "demo [--buildings N] [--roads N] [--poi N] [--wifi N] [--if-empty]   產生示範城市 make the demonstration city";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public int run(List<String> args) {
    if (args.contains("--help")) {
      System.out.println(usage());
      return 0;
    }
    List<String> sizes = new ArrayList<>(args);
    boolean ifEmpty = sizes.remove(IF_EMPTY);
    DemoSize size = DemoSize.parse(sizes);
    if (ifEmpty && !store.isEmpty()) {
      return 0;
    }
    store.writeThemes();
    agencies.write();
    long began = System.nanoTime();
    DemoCity city = new DemoCity(size);
    said("規劃 streets planned", began);
    for (DemoLayer layer : city.layers()) {
      write(layer);
    }
    began = System.nanoTime();
    try {
      store.replace("elevation", city.elevation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    said("elevation", began);
    boolean complete = true;
    for (DemoSupplement each : more) {
      complete &= each.write();
    }
    return complete ? 0 : INCOMPLETE;
  }

  @SuppressWarnings("SystemOut")
  private void write(DemoLayer layer) {
    long began = System.nanoTime();
    boolean person = System.console() != null;
    long rows =
        store.replace(
            layer,
            done -> {
              if (person) {
                System.out.printf(
                    Locale.ROOT, "\r  %s %,d / %,d", layer.name(), done, layer.expectedRows());
              } else if (done % 100_000 == 0) {
                System.out.printf(
                    Locale.ROOT, "  %s %,d / %,d%n", layer.name(), done, layer.expectedRows());
              }
            });
    said("%s%s %,d".formatted(person ? "\r  " : "", layer.name(), rows).strip(), began);
  }

  @SuppressWarnings("SystemOut")
  private static void said(String what, long began) {
    System.out.printf(Locale.ROOT, "  %s (%.1f s)%n", what, (System.nanoTime() - began) / 1e9);
  }
}
