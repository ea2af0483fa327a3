package org.tuguan.core.map;

import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads cells of one TIFF file, strip by strip or tile by tile. Belongs to one thread. */
final class TiffReader {
  private static final int DIFFERENCES = 2;
  private static final int FLOAT_DIFFERENCES = 3;
  private static final int PALETTE_SHIFT = 8;

  private final RandomAccessFile file;
  private final TiffLayout layout;
  private final ByteOrder order;

  TiffReader(RandomAccessFile file, TiffLayout layout, ByteOrder order) {
    this.file = file;
    this.layout = layout;
    this.order = order;
  }

  /** As {@link RasterSource#read}; bytes as bytes, all other numbers as double. */
  Raster read(int x, int y, int width, int height, int every) throws IOException {
    boolean bytes = layout.sampleBytes() == 1 && layout.format() == 1;
    int columns = (width + every - 1) / every;
    int rows = (height + every - 1) / every;
    int type = bytes ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_DOUBLE;
    WritableRaster raster =
        Raster.createWritableRaster(
            new BandedSampleModel(type, columns, rows, layout.bands()), null);
    for (int row = y / layout.pieceHeight();
        row <= (y + height - 1) / layout.pieceHeight();
        row++) {
      int last = (x + width - 1) / layout.pieceWidth();
      for (int column = x / layout.pieceWidth(); column <= last; column++) {
        for (int band = 0; band < layout.bands(); band += layout.samples()) {
          copy(column, row, band, new Window(x, y, every, raster));
        }
      }
    }
    return layout.palette().length > 0 && bytes ? coloured(raster) : raster;
  }

  /** The part of the file that is wanted, and where it goes. */
  private record Window(int x, int y, int every, WritableRaster raster) {
    /** First cell of the target at or after this place in the file. */
    int column(int fileX) {
      return Math.max(0, (fileX - x + every - 1) / every);
    }

    int row(int fileY) {
      return Math.max(0, (fileY - y + every - 1) / every);
    }
  }

  private void copy(int column, int row, int band, Window window) throws IOException {
    int left = column * layout.pieceWidth();
    int top = row * layout.pieceHeight();
    WritableRaster raster = window.raster();
    int firstX = left <= window.x() ? 0 : window.column(left);
    int firstY = top <= window.y() ? 0 : window.row(top);
    int endX = Math.min(raster.getWidth(), window.column(left + layout.pieceWidth()));
    int endY = Math.min(raster.getHeight(), window.row(top + layout.pieceHeight()));
    if (firstX >= endX || firstY >= endY) {
      return;
    }
    ByteBuffer piece = piece(column, row, band);
    for (int y = firstY; y < endY; y++) {
      int pieceY = window.y() + y * window.every() - top;
      for (int x = firstX; x < endX; x++) {
        int pieceX = window.x() + x * window.every() - left;
        int cell = (pieceY * layout.pieceWidth() + pieceX) * layout.samples();
        for (int sample = 0; sample < layout.samples(); sample++) {
          raster.setSample(x, y, band + sample, sample(piece, cell + sample));
        }
      }
    }
  }

  private ByteBuffer piece(int column, int row, int band) throws IOException {
    int plane = layout.planar() ? band * layout.across() * layout.down() : 0;
    int index = plane + row * layout.across() + column;
    if (layout.counts()[index] == 0) {
      return ByteBuffer.allocate(layout.pieceBytes());
    }
    if (layout.counts()[index] > Integer.MAX_VALUE / 2) {
      throw new IOException("one of its strips or tiles is too large");
    }
    byte[] packed =
        TiffDirectory.bytes(file, (long) layout.offsets()[index], (int) layout.counts()[index]);
    byte[] bytes = TiffCodec.unpack(packed, layout.compression(), layout.pieceBytes());
    ByteBuffer piece = ByteBuffer.wrap(bytes).order(order);
    int rowSamples = layout.pieceWidth() * layout.samples();
    for (int i = 0; i < layout.pieceHeight() && layout.predictor() > 1; i++) {
      if (layout.predictor() == DIFFERENCES) {
        sum(piece, i * rowSamples, rowSamples);
      } else if (layout.predictor() == FLOAT_DIFFERENCES) {
        sumFloats(bytes, i * rowSamples * layout.sampleBytes(), rowSamples);
      } else {
        throw new IOException("unknown predictor " + layout.predictor());
      }
    }
    return layout.predictor() == FLOAT_DIFFERENCES ? piece.order(ByteOrder.BIG_ENDIAN) : piece;
  }

  /** Each sample was stored as the difference to the one on its left. */
  private void sum(ByteBuffer piece, int start, int count) {
    for (int i = start + layout.samples(); i < start + count; i++) {
      int before = i - layout.samples();
      switch (layout.sampleBytes()) {
        case 1 -> piece.put(i, (byte) (piece.get(i) + piece.get(before)));
        case 2 ->
            piece.putShort(2 * i, (short) (piece.getShort(2 * i) + piece.getShort(2 * before)));
        case 4 -> piece.putInt(4 * i, piece.getInt(4 * i) + piece.getInt(4 * before));
        default -> piece.putLong(8 * i, piece.getLong(8 * i) + piece.getLong(8 * before));
      }
    }
  }

  /** Differences of bytes, the high bytes of a row first (TIFF technical note 3). */
  private void sumFloats(byte[] bytes, int start, int count) {
    int size = layout.sampleBytes();
    for (int i = start + layout.samples(); i < start + count * size; i++) {
      bytes[i] += bytes[i - layout.samples()];
    }
    byte[] row = Arrays.copyOfRange(bytes, start, start + count * size);
    for (int i = 0; i < count; i++) {
      for (int part = 0; part < size; part++) {
        bytes[start + i * size + part] = row[part * count + i];
      }
    }
  }

  private double sample(ByteBuffer piece, int index) {
    boolean signed = layout.format() == 2;
    boolean floating = layout.format() == 3;
    return switch (layout.sampleBytes()) {
      case 1 -> signed ? piece.get(index) : piece.get(index) & 0xff;
      case 2 -> signed ? piece.getShort(2 * index) : piece.getShort(2 * index) & 0xffff;
      case 4 -> {
        int whole = piece.getInt(4 * index);
        yield floating ? Float.intBitsToFloat(whole) : signed ? whole : whole & 0xffffffffL;
      }
      default -> floating ? piece.getDouble(8 * index) : piece.getLong(8 * index);
    };
  }

  /** Red, green and blue instead of indexes. */
  private Raster coloured(WritableRaster indexes) {
    double[] palette = layout.palette();
    int size = palette.length / 3;
    WritableRaster raster =
        Raster.createWritableRaster(
            new BandedSampleModel(DataBuffer.TYPE_BYTE, indexes.getWidth(), indexes.getHeight(), 3),
            null);
    for (int y = 0; y < indexes.getHeight(); y++) {
      for (int x = 0; x < indexes.getWidth(); x++) {
        int index = Math.min(size - 1, indexes.getSample(x, y, 0));
        for (int band = 0; band < 3; band++) {
          raster.setSample(x, y, band, (int) palette[band * size + index] >> PALETTE_SHIFT);
        }
      }
    }
    return raster;
  }
}
