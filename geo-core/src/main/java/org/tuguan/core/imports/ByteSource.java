package org.tuguan.core.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** The bytes of a file, unpacked while they are read if it is gzip; may be opened many times. */
final class ByteSource {
  private final Path path;
  private final String name;
  private final boolean gzip;
  private final UnpackLimits limits;
  private final long size;
  private volatile long position;

  ByteSource(Path path, String name, boolean gzip, UnpackLimits limits) throws IOException {
    this.path = path;
    this.name = name;
    this.gzip = gzip;
    this.limits = limits;
    this.size = Math.max(1, Files.size(path));
  }

  String name() {
    return name;
  }

  /** Share of the packed bytes that the last opened stream has read. */
  double progress() {
    return Math.min(1, (double) position / size);
  }

  InputStream open() throws IOException {
    position = 0;
    InputStream counted = new Counted(Files.newInputStream(path));
    if (!gzip) {
      return counted;
    }
    try {
      return new Bounded(new GZIPInputStream(new BufferedInputStream(counted, 1 << 16), 1 << 16));
    } catch (IOException e) {
      counted.close();
      throw unreadable("不是完整的 gzip 檔", "is not a whole gzip file: " + e.getMessage(), e);
    }
  }

  /** The user's word, or what all the bytes say. */
  TextEncoding encoding(ReadOptions options) throws IOException {
    EncodingDetector detector = new EncodingDetector();
    byte[] start = new byte[4];
    int startLength;
    try (InputStream in = open()) {
      startLength = in.readNBytes(start, 0, 4);
      detector.feed(start, 0, startLength);
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        detector.feed(buffer, 0, n);
      }
    }
    if (options.encoding().isPresent()) {
      return new TextEncoding(
          options.encoding().get(), new LocalText("由使用者指定", "given by the user"));
    }
    Optional<TextEncoding> marked = ByteOrderMark.find(start, startLength);
    if (marked.isEmpty() && detector.binary()) {
      throw unreadable("不是文字檔：含有 NUL 位元組", "is not a text file: it contains NUL bytes", null);
    }
    return marked.orElseGet(detector::detect);
  }

  /**
   * @param zh a clause without a subject; the file's name is put before it
   */
  RequestException unreadable(String zh, String en, Throwable cause) {
    String file = RequestException.quote(name);
    return new RequestException(
        Fault.UNREADABLE_DATA, "file", new LocalText(file + " " + zh, file + " " + en), cause);
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      position += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one reader; others only look
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      position += Math.max(0, n);
      return n;
    }
  }

  private final class Bounded extends FilterInputStream {
    private long unpacked;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int n = super.read(target, offset, length);
        unpacked += Math.max(0, n);
        limits.check(name, unpacked, size);
        return n;
      } catch (EOFException | ZipException e) {
        throw unreadable("不是完整的 gzip 檔", "is not a whole gzip file: " + e.getMessage(), e);
      }
    }
  }
}
