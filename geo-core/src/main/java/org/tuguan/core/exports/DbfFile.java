package org.tuguan.core.exports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.feature.Feature;

/**
 * A dBASE III table (.dbf). Its columns are as wide as their widest value: rows are kept in a file
 * of their own until all are known. For one thread.
 */
final class DbfFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Of a value, with its length before it. */
  private static final int WIDEST = 1 + 255;

  private final Path file;
  private final Path rows;
  private final List<Attribute> columns;
  private final List<String> names;
  private final Charset charset;
  private final DbfText text;
  private final int[] widths;
  private final int[] decimals;
  private final OutputStream spool;
  private final ByteBuffer row;
  private final DbfNumber number = new DbfNumber();
  private int count;

  DbfFile(Path file, DbfFields fields, DbfText text) throws IOException {
    this.file = file;
    this.rows = Path.of(file + ".rows");
    this.columns = fields.columns();
    this.names = fields.names();
    this.charset = fields.charset();
    this.text = text;
    this.widths = new int[columns.size()];
    this.decimals = new int[columns.size()];
    Arrays.fill(widths, 1);
    this.spool = new BufferedOutputStream(Files.newOutputStream(rows), BUFFER);
    this.row = ByteBuffer.allocate(WIDEST * columns.size());
  }

  void add(Feature feature) throws IOException {
    row.clear();
    for (int i = 0; i < columns.size(); i++) {
      int start = row.position();
      row.put((byte) 0);
      Object value = Columns.value(feature, i);
      if (value != null) {
        put(i, value);
      }
      int length = row.position() - start - 1;
      row.put(start, (byte) length);
      widths[i] = Math.max(widths[i], length);
    }
    spool.write(row.array(), 0, row.position());
    count++;
  }

  private void put(int column, Object value) {
    switch (columns.get(column).type()) {
      case TEXT -> row.put(text.encode((String) value, DbfText.LONGEST));
      case INTEGER -> put(value.toString());
      case NUMBER -> {
        decimals[column] = Math.max(decimals[column], number.put((Double) value, row));
      }
      case BOOLEAN -> put((Boolean) value ? "T" : "F");
      case DATE -> put(DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value));
      case TIMESTAMP -> put(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) value));
    }
  }

  private void put(String ascii) {
    row.put(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  void finish() throws IOException {
    spool.close();
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(rows), BUFFER));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = width(i);
      }
      out.write(header());
      byte[] wide = new byte[1 + Arrays.stream(widths).sum()];
      for (int i = 0; i < count; i++) {
        fill(wide, in);
        out.write(wide);
      }
      out.write(0x1A);
    }
  }

  private int width(int column) {
    return switch (columns.get(column).type()) {
      case DATE -> 8;
      case BOOLEAN -> 1;
      case NUMBER -> Math.max(widths[column], decimals[column] + 2);
      default -> widths[column];
    };
  }

  private void fill(byte[] wide, DataInputStream in) throws IOException {
    Arrays.fill(wide, (byte) ' ');
    int at = 1;
    for (int i = 0; i < widths.length; i++) {
      int length = in.readUnsignedByte();
      boolean right =
          columns.get(i).type() == AttributeType.NUMBER
              || columns.get(i).type() == AttributeType.INTEGER;
      in.readFully(wide, right ? at + widths[i] - length : at, length);
      at += widths[i];
    }
  }

  /** The date of last change is left at 1900-01-01: equal data make equal files. */
  private byte[] header() {
    int size = 32 + 32 * columns.size() + 1;
    ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3).put((byte) 0).put((byte) 1).put((byte) 1).putInt(count);
    header.putShort((short) size).putShort((short) (1 + Arrays.stream(widths).sum()));
    header.put(29, languageDriver());
    for (int i = 0; i < columns.size(); i++) {
      int at = 32 + 32 * i;
      byte[] name = names.get(i).getBytes(charset);
      header.position(at).put(name);
      header.put(at + 11, (byte) letter(columns.get(i).type()));
      header.put(at + 16, (byte) widths[i]).put(at + 17, (byte) decimals[i]);
    }
    return header.put(size - 1, (byte) 0x0D).array();
  }

  /** 0x78: Big5 of Windows; 0: said in the .cpg file. */
  private byte languageDriver() {
    return (byte) (charset.equals(StandardCharsets.UTF_8) ? 0 : 0x78);
  }

  private static char letter(AttributeType type) {
    return switch (type) {
      case TEXT, TIMESTAMP -> 'C';
      case INTEGER, NUMBER -> 'N';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
    };
  }

  @Override
  public void close() throws IOException {
    spool.close();
    Files.deleteIfExists(rows);
  }
}
