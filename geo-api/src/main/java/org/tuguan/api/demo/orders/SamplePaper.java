package org.tuguan.api.demo.orders;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Documents of the demonstration: a sheet that says what it stands for. */
final class SamplePaper {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 320;
  private static final int LEFT = 50;

  private SamplePaper() {}

  static byte[] png(String title) {
    BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
    pen.drawString(title, LEFT, 110);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
    pen.drawString("示範文件，不具效力", LEFT, 180);
    pen.drawString("A demonstration document without effect", LEFT, 220);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(sheet, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
