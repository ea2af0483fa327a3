package org.tuguan.api.plugin;

import java.util.Objects;

/** A plugin cannot be used; never a fault of the program. */
final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PluginFault fault;

  PluginException(PluginFault.Stage stage, String cause) {
    super(cause);
    this.fault = new PluginFault(stage, cause);
  }

  PluginFault fault() {
    return Objects.requireNonNull(fault);
  }
}
