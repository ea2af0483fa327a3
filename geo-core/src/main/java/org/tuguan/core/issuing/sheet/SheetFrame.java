package org.tuguan.core.issuing.sheet;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;

/** Between the ground in CRS:84 and the coordinates in which sheet lines are straight. */
sealed interface SheetFrame {
  Geometry toGrid(Geometry ground);

  Geometry toGround(Geometry grid);

  /**
   * TWD67 degrees by a constant shift, as the frames are that the surveying authority publishes:
   * its sheet 95181001 lies at the theoretical cell + 29" in longitude and - 6" in latitude.
   *
   * @param east TWD97 minus TWD67, degrees
   * @param north TWD97 minus TWD67, degrees
   */
  record ConstantShift(double east, double north) implements SheetFrame {
    static final ConstantShift PUBLISHED = new ConstantShift(29 / 3600.0, -6 / 3600.0);

    @Override
    public Geometry toGrid(Geometry ground) {
      return AffineTransformation.translationInstance(-east, -north).transform(ground);
    }

    @Override
    public Geometry toGround(Geometry grid) {
      return AffineTransformation.translationInstance(east, north).transform(grid);
    }
  }

  /** By the transform between the systems. */
  record Transformed(Crs crs) implements SheetFrame {
    @Override
    public Geometry toGrid(Geometry ground) {
      return CoordinateTransform.between(Crs.CRS84, crs).apply(ground);
    }

    @Override
    public Geometry toGround(Geometry grid) {
      return CoordinateTransform.between(crs, Crs.CRS84).apply(grid);
    }
  }
}
