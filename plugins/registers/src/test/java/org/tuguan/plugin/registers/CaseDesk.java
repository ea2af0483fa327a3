package org.tuguan.plugin.registers;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tuguan.core.PluginDatabase;

/** One database for all tests of cases, made by the first of them and dropped after the last. */
final class CaseDesk implements BeforeAllCallback {
  private PluginDatabase database;

  @Override
  public void beforeAll(ExtensionContext context) {
    database =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(
                CaseDesk.class, any -> PluginDatabase.of("registers"), PluginDatabase.class);
  }

  /** Without cases, on a day that the tests know. */
  Desk begin() {
    return new Desk(database, "2026-11-23");
  }

  /** A table as somebody would upload it. */
  static byte[] csv(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
