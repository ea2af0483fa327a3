package org.tuguan.core.map;

import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.geotools.api.style.ExternalGraphic;

/**
 * An icon or picture that comes with the styles. An SVG is drawn once in the size asked for, and
 * the pixels are used for the features that follow. Belongs to one thread.
 */
final class IconFigure implements GraphicSymbol.Figure {
  private final GraphicLibrary.Loaded graphic;
  private BufferedImage drawn;

  private IconFigure(GraphicLibrary.Loaded graphic) {
    this.graphic = graphic;
  }

  /** Null, and a problem counted, if there is no such icon. */
  static IconFigure find(ExternalGraphic external, StyleScope scope) {
    String href = href(external);
    Optional<GraphicLibrary.Loaded> loaded = scope.graphics().find(href);
    if (loaded.isEmpty()) {
      scope.problem(RenderProblems.Code.GRAPHIC, "no graphic " + href);
      return null;
    }
    return new IconFigure(loaded.get());
  }

  private static String href(ExternalGraphic external) {
    if (external.getURI() != null) {
      return external.getURI();
    }
    return external.getOnlineResource() == null
        ? ""
        : String.valueOf(external.getOnlineResource().getLinkage());
  }

  @Override
  public double nativeSize(Object feature) {
    return graphic.height();
  }

  @Override
  public double aspect(Object feature) {
    return graphic.width() / graphic.height();
  }

  @Override
  public Object look() {
    return graphic;
  }

  @Override
  public boolean constant() {
    return true;
  }

  @Override
  public void draw(Graphics2D graphics, double height, Object feature) {
    double width = height * aspect(feature);
    AffineTransform at = graphics.getTransform();
    if (graphic.svg() != null && at.getShearX() != 0) {
      svg(graphics, -width / 2, -height / 2, width, height);
    } else if (graphic.svg() != null) {
      stamp(graphics, width, height);
    } else {
      graphics.drawImage(
          graphic.picture(),
          new AffineTransform(
              width / graphic.picture().getWidth(),
              0,
              0,
              height / graphic.picture().getHeight(),
              -width / 2,
              -height / 2),
          null);
    }
  }

  /** On whole pixels, so that icons stay sharp. */
  private void stamp(Graphics2D graphics, double width, double height) {
    int columns = (int) Math.ceil(width);
    int rows = (int) Math.ceil(height);
    if (drawn == null || drawn.getWidth() != columns || drawn.getHeight() != rows) {
      drawn = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
      Graphics2D on = drawn.createGraphics();
      Canvas.prepare(on);
      svg(on, (columns - width) / 2, (rows - height) / 2, width, height);
      on.dispose();
    }
    AffineTransform at = graphics.getTransform();
    graphics.setTransform(new AffineTransform());
    graphics.drawImage(
        drawn,
        (int) Math.round(at.getTranslateX() - columns / 2.0),
        (int) Math.round(at.getTranslateY() - rows / 2.0),
        null);
    graphics.setTransform(at);
  }

  /** One thread at a time: nothing is promised about drawing a document from several. */
  private void svg(Graphics2D graphics, double x, double y, double width, double height) {
    ViewBox box = new ViewBox((float) x, (float) y, (float) width, (float) height);
    synchronized (graphic.svg()) {
      graphic.svg().render((Component) null, graphics, box);
    }
  }
}
