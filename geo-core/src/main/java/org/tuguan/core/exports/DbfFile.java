package org.tuguan.core.exports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
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
  private static final int WIDEST_NUMBER = 24;

  /** Significant digits that every reader gives back as they were written. */
  private static final MathContext DIGITS = new MathContext(15);

  private final Path file;
  private final Path rows;
  private final List<Attribute> columns;
  private final List<String> names;
  private final Charset charset;
  private final DbfText text;
  private final int[] widths;
  private final int[] decimals;
  private final DataOutputStream spool;
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
    this.spool =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(rows), BUFFER));
  }

  void add(Feature feature) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      byte[] value = bytes(i, Columns.value(feature, i));
      widths[i] = Math.max(widths[i], value.length);
      spool.writeByte(value.length);
      spool.write(value);
    }
    count++;
  }

  private byte[] bytes(int column, Object value) {
    if (value == null) {
      return new byte[0];
    }
    return switch (columns.get(column).type()) {
      case TEXT -> text.encode((String) value, DbfText.LONGEST);
      case INTEGER -> ascii(value.toString());
      case NUMBER -> ascii(number(column, (Double) value));
      case BOOLEAN -> ascii((Boolean) value ? "T" : "F");
      case DATE -> ascii(DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value));
      case TIMESTAMP ->
          ascii(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) value));
    };
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  private String number(int column, double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal exact = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    String plain = exact.toPlainString();
    if (plain.length() > WIDEST_NUMBER) {
      return Double.toString(value);
    }
    decimals[column] = Math.max(decimals[column], Math.max(0, exact.scale()));
    return plain;
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
      byte[] row = new byte[1 + Arrays.stream(widths).sum()];
      for (int i = 0; i < count; i++) {
        fill(row, in);
        out.write(row);
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

  private void fill(byte[] row, DataInputStream in) throws IOException {
    Arrays.fill(row, (byte) ' ');
    int at = 1;
    for (int i = 0; i < widths.length; i++) {
      int length = in.readUnsignedByte();
      boolean right =
          columns.get(i).type() == AttributeType.NUMBER
              || columns.get(i).type() == AttributeType.INTEGER;
      in.readFully(row, right ? at + widths[i] - length : at, length);
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
