package org.tuguan.core.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.locationtech.jts.geom.Geometry;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;

/**
 * One run of a process: its inputs, which have been checked against the description, and who wants
 * it. For the thread that runs it.
 *
 * <p>The accessors of an input throw {@link IllegalArgumentException} for a name or a type that the
 * process does not describe; they are empty if nothing was given and there is no fallback.
 */
public interface ProcessCall {
  /** As it was when the process was asked for. */
  Caller caller();

  /** Of TEXT and LAYER. */
  Optional<String> text(String input);

  /** Of NUMBER and INTEGER. */
  Optional<BigDecimal> number(String input);

  /** Of FLAG. */
  Optional<Boolean> flag(String input);

  Optional<LocalDate> date(String input);

  /** Coordinates in CRS:84, longitude first. */
  Optional<Geometry> geometry(String input);

  /**
   * Says how far the work is, and ends it here if nobody wants it any more; to be called often, at
   * least once a second.
   *
   * @param part from 0 to 1
   * @throws CancellationException to be passed on
   */
  void progress(double part, LocalText step);
}
