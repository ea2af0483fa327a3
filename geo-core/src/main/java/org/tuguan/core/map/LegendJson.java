package org.tuguan.core.map;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.geotools.filter.text.ecql.ECQL;
import org.tuguan.core.LocalText;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a legend as JSON: {@code {"title": …, "rules": [{"name", "title": {"zh-TW", "en"},
 * "minScaleDenominator", "maxScaleDenominator", "filter", "else", "symbols": […]}]}}.
 *
 * <p>Symbols are those at a middle scale, bottom first. Values that depend on a feature are written
 * as the ECQL of their expression. Scale bounds are left out where there is none.
 */
public final class LegendJson {
  private final JsonGenerator out;

  /**
   * @param out where the object is written; neither flushed nor closed
   */
  public LegendJson(JsonGenerator out) {
    this.out = out;
  }

  public void write(Legend legend) {
    out.writeStartObject();
    text("title", legend.title());
    out.writeArrayPropertyStart("rules");
    legend.entries().forEach(this::entry);
    out.writeEndArray();
    out.writeEndObject();
  }

  private void entry(Legend.Entry entry) {
    out.writeStartObject();
    out.writeStringProperty("name", entry.name());
    text("title", entry.title());
    if (entry.minScaleDenominator() > 0) {
      out.writeNumberProperty("minScaleDenominator", entry.minScaleDenominator());
    }
    if (Double.isFinite(entry.maxScaleDenominator())) {
      out.writeNumberProperty("maxScaleDenominator", entry.maxScaleDenominator());
    }
    if (entry.otherwise()) {
      out.writeBooleanProperty("else", true);
    } else if (entry.filter() != Filter.INCLUDE) {
      out.writeStringProperty("filter", ECQL.toCQL(entry.filter()));
    }
    out.writeArrayPropertyStart("symbols");
    for (Legend.Placed placed : entry.shown()) {
      placed.rule().symbolizers().forEach(this::symbol);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void symbol(Symbolizer symbolizer) {
    if (symbolizer instanceof PolygonSymbolizer polygon) {
      start("polygon");
      fill(polygon.getFill());
      stroke(polygon.getStroke());
    } else if (symbolizer instanceof LineSymbolizer line) {
      start("line");
      stroke(line.getStroke());
    } else if (symbolizer instanceof PointSymbolizer point) {
      start("point");
      graphic(point.getGraphic());
    } else if (symbolizer instanceof RasterSymbolizer raster) {
      start("raster");
      steps(new LegendRamp().steps(raster));
    } else {
      start("text");
    }
    out.writeEndObject();
  }

  private void start(String kind) {
    out.writeStartObject();
    out.writeStringProperty("kind", kind);
  }

  private void fill(Fill fill) {
    if (fill == null) {
      return;
    }
    value("fill", fill.getColor());
    value("fillOpacity", fill.getOpacity());
    if (fill.getGraphicFill() != null) {
      out.writeObjectPropertyStart("fillGraphic");
      graphic(fill.getGraphicFill());
      out.writeEndObject();
    }
  }

  private void stroke(Stroke stroke) {
    if (stroke == null) {
      return;
    }
    value("stroke", stroke.getColor());
    value("strokeWidth", stroke.getWidth());
    value("strokeOpacity", stroke.getOpacity());
    if (stroke.dashArray() != null && !stroke.dashArray().isEmpty()) {
      out.writeArrayPropertyStart("strokeDashArray");
      stroke.dashArray().forEach(this::value);
      out.writeEndArray();
    }
  }

  private void graphic(Graphic graphic) {
    for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
      if (symbol instanceof ExternalGraphic external) {
        out.writeStringProperty("graphic", external.getURI());
        break;
      }
      if (symbol instanceof Mark mark) {
        value("mark", mark.getWellKnownName());
        fill(mark.getFill());
        stroke(mark.getStroke());
        break;
      }
    }
    if (graphic.getSize() != null && graphic.getSize() != Expression.NIL) {
      value("size", graphic.getSize());
    }
  }

  private void steps(List<LegendRamp.Step> steps) {
    out.writeArrayPropertyStart("steps");
    for (LegendRamp.Step step : steps) {
      out.writeStartObject();
      if (Double.isFinite(step.quantity())) {
        out.writeNumberProperty("quantity", step.quantity());
      }
      text("label", step.label());
      out.writeStringProperty("colour", hexadecimal(step.colour()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void text(String name, LocalText text) {
    out.writeObjectPropertyStart(name);
    out.writeStringProperty("zh-TW", text.zh());
    out.writeStringProperty("en", text.en());
    out.writeEndObject();
  }

  private void value(String name, Expression expression) {
    out.writeName(name);
    value(expression);
  }

  private void value(Expression expression) {
    if (!(expression instanceof Literal literal)) {
      out.writeString(expression == null ? "" : ECQL.toCQL(expression));
    } else if (literal.getValue() instanceof Number number) {
      out.writeNumber(number.doubleValue());
    } else {
      out.writeString(String.valueOf(literal.getValue()));
    }
  }

  private static String hexadecimal(Color colour) {
    return String.format(Locale.ROOT, "#%06X", colour.getRGB() & 0xffffff);
  }
}
