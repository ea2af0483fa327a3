package org.tuguan.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A small demonstration city, made once by the packaged program; every server of the tests begins
 * with a copy. The throw-away cluster goes after the tests, and these databases with it.
 */
final class Demonstration {
  private static Demonstration made;

  private final String database = newName();
  private final Path home = Files.createTempDirectory("tuguan-demonstration");

  private Demonstration() throws IOException, InterruptedException {
    Server.psql(Server.setting("TUGUAN_TEST_DB_URL"), "CREATE DATABASE " + database);
    write(Server.environment(Server.address(database), home, Server.freePort()));
  }

  /** Makes the city, or makes it again with the data of the plugins that are there now. */
  static void write(Map<String, String> environment) throws IOException, InterruptedException {
    Server.run(
        List.of("demo", "--buildings", "3000", "--roads", "600", "--poi", "300", "--wifi", "200"),
        withoutApplications(environment));
  }

  /** So that tests begin with empty desks. */
  private static Map<String, String> withoutApplications(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("TUGUAN_DEMO", "false");
    return all;
  }

  static synchronized Demonstration get() throws IOException, InterruptedException {
    if (made == null) {
      made = new Demonstration();
    }
    return made;
  }

  /** The name of a new database that holds the city. */
  String copyDatabase() throws IOException, InterruptedException {
    String name = newName();
    Server.psql(
        Server.setting("TUGUAN_TEST_DB_URL"), "CREATE DATABASE " + name + " TEMPLATE " + database);
    return name;
  }

  /** Puts the files of the city into an empty directory. */
  void copyHome(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(each -> !each.equals(home)).toList()) {
        Files.copy(
            file,
            target.resolve(home.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static String newName() {
    return "acceptance_" + UUID.randomUUID().toString().replace("-", "");
  }
}
