package org.tuguan.core.analysis;

import java.util.List;
import java.util.Optional;

/**
 * The indicators of this moment, of the library and of every plugin that is on. Ask each time and
 * keep nothing: a plugin may be switched off between two questions. Safe for any thread.
 */
public interface Indicators {
  /** By name. */
  List<Indicator> list();

  Optional<Indicator> find(String name);
}
