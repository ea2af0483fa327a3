package org.tuguan.api.demo;

import java.io.IOException;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.GeometryKind;

/** A vector layer of the demonstration that can write all of its rows, the same every time. */
interface DemoLayer {
  /** Also the name of its table, and of its entry in {@code catalog/layers.json}. */
  String name();

  GeometryKind geometryKind();

  List<Attribute> attributes();

  /** How many rows are about to come, for showing progress; may be a guess. */
  long expectedRows();

  void write(RowSink sink) throws IOException;
}
