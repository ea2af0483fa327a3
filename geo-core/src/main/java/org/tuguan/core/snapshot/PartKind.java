package org.tuguan.core.snapshot;

/** What a part of a packed geometry is. */
public enum PartKind {
  POINT,
  LINE,
  /** An outer ring, clockwise with y up; its holes follow it. */
  SHELL,
  /** An inner ring, counter-clockwise with y up. */
  HOLE;

  private static final PartKind[] ALL = values();

  static PartKind of(byte ordinal) {
    return ALL[ordinal];
  }
}
