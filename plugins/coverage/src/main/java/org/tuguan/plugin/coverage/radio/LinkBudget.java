package org.tuguan.plugin.coverage.radio;

import java.util.List;

/**
 * What a link may lose: everything sent, less the weakest signal that still serves, less what is
 * kept in reserve.
 *
 * @param eirpDbm power radiated in the direction of the receiver, antenna gain included, dBm
 * @param receiverGainDbi gain of the receiver's antenna, dBi
 * @param sensitivityDbm weakest signal that serves, dBm
 * @param marginDb reserve for fading, bodies and walls, dB
 */
public record LinkBudget(
    double eirpDbm, double receiverGainDbi, double sensitivityDbm, double marginDb) {
  /** Farther than any model here was made for. */
  private static final double FARTHEST_M = 100_000;

  public LinkBudget {
    if (!Double.isFinite(eirpDbm + receiverGainDbi + sensitivityDbm) || !(marginDb >= 0)) {
      throw new IllegalArgumentException("a link budget needs numbers, and a margin of at least 0");
    }
  }

  public double allowedLossDb() {
    return eirpDbm + receiverGainDbi - sensitivityDbm - marginDb;
  }

  /** The same with another weakest signal, for bands of signal strength. */
  public LinkBudget atLeast(double signalDbm) {
    return new LinkBudget(eirpDbm, receiverGainDbi, signalDbm, marginDb);
  }

  /**
   * The greatest distance at which the loss is still allowed, to a millimetre, with warnings where
   * the model was not made for this link or this distance. Between 0.1 m and 100 km.
   */
  public Distance reach(PropagationModel model, Link link) {
    double least = 0.1;
    double most = FARTHEST_M;
    while (most - least > 0.001) {
      double middle = (least + most) / 2;
      if (model.lossDb(link, middle) <= allowedLossDb()) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return new Distance(least, List.copyOf(model.warnings(link, least)));
  }
}
