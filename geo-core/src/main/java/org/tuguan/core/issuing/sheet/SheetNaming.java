package org.tuguan.core.issuing.sheet;

import java.util.Optional;

/** How the cells of a grid are numbered. Columns count east and rows north, from 0. */
sealed interface SheetNaming permits GraticuleNaming, PlainNaming {
  /** A place in the grid. */
  record Cell(int column, int row) {}

  String number(Cell cell);

  /** Empty if there is no such sheet. */
  Optional<Cell> find(String number);

  /** What a number looks like, for error messages. */
  String example();
}
