package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import org.tuguan.api.issuing.IssuingData;
import org.tuguan.api.issuing.IssuingServer;
import org.tuguan.core.TestDatabase;

/**
 * One server with a gateway for all tests of paying: the first class that needs it starts it, the
 * end of the run closes it. Tests leave each other's payments alone, and the books agree after each
 * of them.
 */
final class PaymentDesk implements BeforeAllCallback, AfterEachCallback {
  private Running running;

  private record Running(
      Path home, TestDatabase database, Gateway gateway, IssuingServer server, Orders orders)
      implements AutoCloseable {
    static Running start() {
      try {
        Path home = Files.createTempDirectory("payments");
        TestDatabase database = TestDatabase.create();
        Gateway gateway = new Gateway();
        IssuingServer server = new IssuingServer(database, home, gateway.settings());
        IssuingData.make(server);
        return new Running(home, database, gateway, server, new Orders(server));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      gateway.close();
      database.close();
      FileSystemUtils.deleteRecursively(home);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(PaymentDesk.class))
            .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    gateway().mood = Gateway.Mood.TRUTHFUL;
    assertThatCode(() -> server().bean(PaymentCheck.class).run()).doesNotThrowAnyException();
  }

  Path home() {
    return running.home();
  }

  TestDatabase database() {
    return running.database();
  }

  Gateway gateway() {
    return running.gateway();
  }

  IssuingServer server() {
    return running.server();
  }

  Orders orders() {
    return running.orders();
  }
}
