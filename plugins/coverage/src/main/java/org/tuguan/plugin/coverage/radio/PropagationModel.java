package org.tuguan.plugin.coverage.radio;

import java.util.List;
import org.tuguan.core.LocalText;

/** How much of a signal is lost on its way. Loss grows with distance. Stateless. */
public interface PropagationModel {
  /** Stable identifier, as in inventories and parameters: {@code free-space}. */
  String id();

  LocalText title();

  /** Where the formula comes from. */
  String source();

  /**
   * Median loss between isotropic antennas, in dB, computed outside the model's range as well.
   *
   * @param distanceM metres, greater than 0
   */
  double lossDb(Link link, double distanceM);

  /** Standard deviation of the loss over places, in dB; 0 if the model has none. */
  double sigmaDb();

  /** What of this link is outside the range that the model was made for; empty if nothing is. */
  List<LocalText> warnings(Link link, double distanceM);
}
