package org.tuguan.api.wms;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.RenderGate;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.map.MapEncoder;

/**
 * A fault as a picture of the size and format that was asked for: blank, or with the message on it
 * (WMS 1.3.0, 7.3.3.11).
 */
@Component
class ExceptionPicture {
  private static final int MARGIN = 4;
  private static final Color INK = new Color(0xB00020);

  private final RenderGate gate;
  private final ExtensionRegistry extensions;
  private final int largest;

  ExceptionPicture(RenderGate gate, ExtensionRegistry extensions, TuguanProperties properties) {
    this.gate = gate;
    this.extensions = extensions;
    this.largest = properties.limits().mapSide();
  }

  /**
   * The picture.
   *
   * @param message to write on it; empty for a blank one
   * @throws org.tuguan.core.RequestException if size, format or colours of the request are at fault
   *     themselves
   */
  WmsAnswer draw(Parameters parameters, String message) throws Exception {
    MapEncoder encoder =
        PictureOptions.encoder(parameters.get("FORMAT"), extensions.list(MapEncoder.class));
    PictureOptions options = PictureOptions.parse(parameters, encoder.transparency());
    int width = parameters.whole("WIDTH", 1, largest);
    int height = parameters.whole("HEIGHT", 1, largest);
    byte[] picture =
        gate.pass(
            (long) width * height,
            () -> MapOperation.bytes(draw(width, height, options, message), encoder));
    return WmsAnswer.ok(encoder.mediaType(), WmsAnswer.NEVER, picture);
  }

  private static BufferedImage draw(int width, int height, PictureOptions options, String message) {
    BufferedImage image =
        new BufferedImage(
            width,
            height,
            options.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    if (!options.transparent()) {
      graphics.setColor(options.background());
      graphics.fillRect(0, 0, width, height);
    }
    write(graphics, message, width);
    graphics.dispose();
    return image;
  }

  private static void write(Graphics2D graphics, String message, int width) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.setColor(INK);
    FontMetrics metrics = graphics.getFontMetrics();
    int y = MARGIN + metrics.getAscent();
    for (String line : wrap(message, metrics, width - 2 * MARGIN)) {
      graphics.drawString(line, MARGIN, y);
      y += metrics.getHeight();
    }
  }

  private static List<String> wrap(String message, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int point : message.codePoints().toArray()) {
      String longer = line + Character.toString(point);
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.appendCodePoint(point);
    }
    lines.add(line.toString());
    return lines;
  }
}
