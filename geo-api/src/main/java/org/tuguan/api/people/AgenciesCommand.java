package org.tuguan.api.people;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;

/** {@code agencies}: the agencies that ship with the program, for a library that has none yet. */
@Component
class AgenciesCommand implements Command {
  private final SeedAgencies agencies;

  AgenciesCommand(SeedAgencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public String name() {
    return "agencies";
  }

  @Override
  public String usage() {
    return "agencies   加入臺中市各機關，既有的不變 add the agencies of Taichung; those that are there stay";
  }

  @Override
  @SuppressWarnings("SystemOut")
  public int run(List<String> args) {
    if (!args.isEmpty()) {
      System.err.println(usage());
      return 2;
    }
    agencies.write();
    System.out.printf("✓ %d 個機關 agencies%n", SeedAgencies.list().size());
    return 0;
  }
}
