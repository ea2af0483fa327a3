package org.tuguan.api.plugin;

import java.util.Objects;

/** A plugin cannot be used; never a fault of the program. */
final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PluginFault fault;

  PluginException(PluginFault.Stage stage, String cause) {
    this(new PluginFault(stage, cause));
  }

  PluginException(PluginFault fault) {
    super(fault.cause());
    this.fault = fault;
  }

  PluginFault fault() {
    return Objects.requireNonNull(fault);
  }
}
