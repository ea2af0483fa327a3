package org.tuguan.core.analysis;

import java.util.List;
import org.tuguan.core.Extension;
import org.tuguan.core.LocalText;

/**
 * A figure that is computed from records whenever it is asked for. Its name is its id, such as
 * {@code circulation-rate}. Safe for any thread.
 */
public interface Indicator extends Extension {
  LocalText title();

  IndicatorUnit unit();

  /**
   * The figure of these days; of a period that is not over yet, as it stands today. May throw what
   * went wrong: that one figure is shown as broken then, and no other.
   */
  IndicatorValue value(Period period);

  /**
   * What the figure was computed from.
   *
   * @param limit at most so many rows
   */
  List<Evidence> evidence(Period period, int limit);
}
