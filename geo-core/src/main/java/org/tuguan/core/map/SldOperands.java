package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.locationtech.jts.geom.Geometry;

/** The two sides of a spatial operator; an operator with one side means the default geometry. */
record SldOperands(Expression first, Expression second) {

  static SldOperands of(SldElement element, SldExpressions expressions, FilterFactory factory) {
    List<Expression> sides = new ArrayList<>();
    for (SldElement child : element.children()) {
      if (SldGeometries.isGeometry(child)) {
        sides.add(factory.literal(SldGeometries.geometry(child)));
      } else if (!child.is("Distance")) {
        sides.add(expressions.expression(child));
      }
    }
    if (sides.size() == 1) {
      sides.add(0, factory.property(""));
    }
    if (sides.size() != 2) {
      throw element.fault("an attribute and a geometry are expected");
    }
    SldOperands operands = new SldOperands(sides.get(0), sides.get(1));
    if (element.is("BBOX")
        && !(operands.first instanceof PropertyName
            && operands.second instanceof Literal side
            && side.getValue() instanceof Geometry)) {
      throw element.fault("an attribute and then a box are expected");
    }
    return operands;
  }

  /** The attribute of a {@code BBOX}. */
  Expression property() {
    return first;
  }

  /** The box of a {@code BBOX}. */
  Geometry geometry() {
    return (Geometry) ((Literal) second).getValue();
  }
}
