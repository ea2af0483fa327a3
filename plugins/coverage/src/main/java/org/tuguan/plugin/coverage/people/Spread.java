package org.tuguan.plugin.coverage.people;

import org.tuguan.plugin.coverage.area.Reach;

/** How the people of a unit are spread over it; nobody knows, so every figure names its method. */
public interface Spread {
  Method method();

  Census census();

  /** What part of a unit's people live on reached ground, 0 to 1. Safe for several threads. */
  double share(int unit, Reach reach);
}
