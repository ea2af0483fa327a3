package org.tuguan.plugin.coverage.sight;

import org.locationtech.jts.geom.Envelope;
import org.tuguan.plugin.coverage.area.Disc;

/**
 * An antenna and the receivers that it might reach.
 *
 * @param disc how far it could reach if nothing stood in the way
 * @param antennaM above the ground at the middle of the disc
 * @param receiverM above the ground
 */
public record Sight(Disc disc, double antennaM, double receiverM) {
  private static final int FEWEST = 180;
  private static final int MOST = 1_440;

  /** Along the rim between two rays, metres. */
  private static final double ARC_M = 2;

  public Sight {
    if (!(antennaM >= 0 && Double.isFinite(antennaM) && receiverM >= 0)) {
      throw new IllegalArgumentException(antennaM + " m, " + receiverM + " m above the ground");
    }
  }

  public Envelope bounds() {
    return disc.bounds();
  }

  /** How many rays are cast. */
  public int rays() {
    double wanted = Math.ceil(2 * Math.PI * disc.radius() / ARC_M);
    return (int) Math.max(FEWEST, Math.min(MOST, wanted));
  }
}
