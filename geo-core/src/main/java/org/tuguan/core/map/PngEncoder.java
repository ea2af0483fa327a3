package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * PNG in true colour, with or without transparency; several times faster than the JDK's writer,
 * since maps are made of flat areas and repeat themselves ({@link PixelPacker}). Safe for any
 * thread.
 */
public final class PngEncoder implements MapEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int TRUE_COLOUR = 2;
  private static final int TRUE_COLOUR_ALPHA = 6;

  @Override
  public String name() {
    return "png";
  }

  @Override
  public int priority() {
    return 10;
  }

  @Override
  public String mediaType() {
    return "image/png";
  }

  @Override
  public boolean transparency() {
    return true;
  }

  @Override
  public void write(BufferedImage image, OutputStream out) throws IOException {
    boolean alpha = image.getColorModel().hasAlpha();
    int width = image.getWidth();
    int[] pixels = pixels(image);
    for (int i = 0; i < pixels.length; i++) {
      if (alpha && pixels[i] >>> 24 == 0) {
        pixels[i] = 0;
      }
    }
    byte[] packed = PixelPacker.pack(pixels, width, alpha);
    Chunks chunks = new Chunks(out);
    chunks.begin(width, image.getHeight(), alpha ? TRUE_COLOUR_ALPHA : TRUE_COLOUR);
    chunks.chunk("IDAT", packed, packed.length);
    chunks.end();
  }

  /** A copy as ARGB; quick for the pictures that the renderer makes. */
  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean plain =
        image.getType() == BufferedImage.TYPE_INT_ARGB
            || image.getType() == BufferedImage.TYPE_INT_RGB;
    if (plain
        && image.getRaster().getDataBuffer() instanceof DataBufferInt buffer
        && buffer.getSize() == width * height) {
      return buffer.getData().clone();
    }
    return image.getRGB(0, 0, width, height, null, 0, width);
  }

  /** The parts of a PNG file (ISO/IEC 15948, clause 5). */
  static final class Chunks {
    private final DataOutputStream out;

    Chunks(OutputStream out) {
      this.out = new DataOutputStream(out);
    }

    /** Signature and header; eight bits a sample. */
    void begin(int width, int height, int colourType) throws IOException {
      out.write(SIGNATURE);
      byte[] header = new byte[13];
      putInt(header, 0, width);
      putInt(header, 4, height);
      header[8] = 8;
      header[9] = (byte) colourType;
      chunk("IHDR", header, header.length);
    }

    /**
     * @param rows each with its filter byte
     */
    void data(byte[] rows, int level) throws IOException {
      Deflater deflater = new Deflater(level);
      try {
        deflater.setInput(rows);
        deflater.finish();
        byte[] packed = new byte[Math.max(1024, rows.length / 8)];
        int size = 0;
        while (!deflater.finished()) {
          if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
          }
          size += deflater.deflate(packed, size, packed.length - size);
        }
        chunk("IDAT", packed, size);
      } finally {
        deflater.end();
      }
    }

    void end() throws IOException {
      chunk("IEND", new byte[0], 0);
      out.flush();
    }

    void chunk(String type, byte[] content, int size) throws IOException {
      byte[] name = type.getBytes(StandardCharsets.US_ASCII);
      CRC32 crc = new CRC32();
      crc.update(name);
      crc.update(content, 0, size);
      out.writeInt(size);
      out.write(name);
      out.write(content, 0, size);
      out.writeInt((int) crc.getValue());
    }

    private static void putInt(byte[] bytes, int at, int value) {
      for (int i = 0; i < 4; i++) {
        bytes[at + i] = (byte) (value >>> (24 - 8 * i));
      }
    }
  }
}
