package org.tuguan.acceptance;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A page that somebody prints, read and drawn as its reader would. */
final class Paper {
  private static final float DPI = 80;

  private Paper() {}

  /**
   * What it says, without line breaks; its pages are kept as pictures for people to look at.
   *
   * @param pdf the file
   */
  static String read(byte[] pdf, String name) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path folder = Path.of(System.getProperty("tuguan.screenshots"));
      Files.createDirectories(folder);
      PDFRenderer pages = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        BufferedImage page = pages.renderImageWithDPI(i, DPI, ImageType.RGB);
        String file = "paper-%s-%d.png".formatted(name, i + 1);
        ImageIO.write(page, "png", folder.resolve(file).toFile());
      }
      return new PDFTextStripper().getText(document).replaceAll("\\R", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
