package org.tuguan.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.util.FileSystemUtils;
import org.tuguan.core.TestDatabase;

/** One server for all tests that do not mind each other's layers; it stops when all have run. */
final class RunningNode implements BeforeAllCallback {
  /** What stops with the run of the tests. */
  record Running(TestDatabase database, Path home, Node node) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      node.close();
      database.close();
      FileSystemUtils.deleteRecursively(home);
    }
  }

  private static Running running;

  static Node node() {
    return running.node();
  }

  static TestDatabase database() {
    return running.database();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Running.class, any -> start(), Running.class);
  }

  private static Running start() {
    RightsTest.callers();
    TestDatabase database = TestDatabase.create();
    try {
      Path home = Files.createTempDirectory("tuguan-test-");
      Node node = new Node(database, home);
      RightsData.directory(node);
      return new Running(database, home, node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
