package org.tuguan.api.demo;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Writes rows in PostgreSQL's binary COPY format: a running number as key, the geometry, the
 * attributes.
 */
final class CopyStream implements RowSink, AutoCloseable {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int REPORT_EVERY = 10_000;

  private final DataOutputStream out;
  private final LongConsumer progress;
  private long rows;

  /**
   * @param progress is told the number of rows now and then
   */
  CopyStream(OutputStream out, LongConsumer progress) throws IOException {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    this.progress = progress;
    this.out.write(SIGNATURE);
    this.out.writeInt(0);
    this.out.writeInt(0);
  }

  long rows() {
    return rows;
  }

  @Override
  public void row(byte[] geometry, Object... values) throws IOException {
    rows++;
    out.writeShort(2 + values.length);
    out.writeInt(Long.BYTES);
    out.writeLong(rows);
    field(geometry);
    for (Object value : values) {
      value(value);
    }
    if (rows % REPORT_EVERY == 0) {
      progress.accept(rows);
    }
  }

  private void value(Object value) throws IOException {
    if (value == null) {
      out.writeInt(-1);
    } else if (value instanceof Integer number) {
      out.writeInt(Integer.BYTES);
      out.writeInt(number);
    } else {
      field(((String) value).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void field(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Writes the end mark; the stream underneath is closed too. */
  @Override
  public void close() throws IOException {
    out.writeShort(-1);
    out.close();
  }
}
