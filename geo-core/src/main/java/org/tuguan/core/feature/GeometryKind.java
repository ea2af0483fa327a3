package org.tuguan.core.feature;

/** What the geometries of a data set are, single or multi. */
public enum GeometryKind {
  POINT,
  LINE,
  POLYGON,
  /** More than one of the above. */
  MIXED
}
