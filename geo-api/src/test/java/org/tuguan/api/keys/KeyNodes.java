package org.tuguan.api.keys;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.access.KeySecret;
import org.tuguan.core.access.KeyTerms;
import org.tuguan.core.access.Right;

/**
 * Two servers on one database for all tests of keys, started by the first of them and closed after
 * the last test of the run.
 */
final class KeyNodes implements BeforeAllCallback {
  static final KeyTerms FREE =
      new KeyTerms(Optional.empty(), Optional.empty(), List.of(), 6000, OptionalLong.empty());

  private Running running;

  private record Running(TestDatabase database, Node node, Node other) implements AutoCloseable {
    static Running start() {
      TestDatabase database = TestDatabase.create();
      Node node = Node.start(database);
      node.fill(database);
      return new Running(database, node, Node.start(database));
    }

    @Override
    public void close() {
      other.close();
      node.close();
      database.close();
    }
  }

  /** A key that is in the database now. */
  record Made(long id, String key) {}

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, any -> Running.start(), Running.class);
  }

  Node node() {
    return running.node();
  }

  Node other() {
    return running.other();
  }

  Made make(KeyTerms terms) {
    return make(terms, List.of(), Set.of(Right.VIEW, Right.QUERY, Right.DOWNLOAD), null);
  }

  Made make(KeyTerms terms, List<String> layers, Set<Right> rights, String area) {
    KeySecret secret = KeySecret.draw(new SecureRandom());
    NewKey wanted =
        new NewKey(
            "test",
            KeyHolder.ofAgency("parks"),
            layers,
            rights,
            Optional.ofNullable(area),
            Optional.empty(),
            terms);
    long id = node().part(JdbcKeys.class).insert(wanted, secret.hash(), secret.hint(), "test");
    return new Made(id, secret.reveal());
  }
}
