package org.tuguan.core.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dBASE table: fixed-width records of text. The header is read once; records as often as wanted.
 */
final class DbfTable {
  /** Windows code pages by language driver id; 0 and 57 hex say nothing about the text. */
  private static final Map<Integer, String> DRIVERS =
      Map.ofEntries(
          Map.entry(0x01, "IBM437"),
          Map.entry(0x02, "IBM850"),
          Map.entry(0x03, "windows-1252"),
          Map.entry(0x13, "windows-31j"),
          Map.entry(0x4D, "GBK"),
          Map.entry(0x4F, "950"),
          Map.entry(0x78, "950"),
          Map.entry(0x79, "x-windows-949"),
          Map.entry(0x7A, "GBK"),
          Map.entry(0x7B, "windows-31j"));

  private final Path path;
  private final int driver;
  private final long records;
  private final int headerLength;
  private final int recordLength;
  private final List<Field> fields = new ArrayList<>();

  /**
   * @param rawName in the encoding of the table
   * @param offset in the record, after the mark of deletion
   */
  private record Field(byte[] rawName, char type, int offset, int length, int decimals) {}

  private DbfTable(Path path, byte[] start) {
    ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    this.path = path;
    this.records = header.getInt(4) & 0xFFFFFFFFL;
    this.headerLength = header.getShort(8) & 0xFFFF;
    this.recordLength = header.getShort(10) & 0xFFFF;
    this.driver = header.get(29) & 0xFF;
  }

  static DbfTable open(Path path) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      byte[] start = in.readNBytes(32);
      if (start.length < 32) {
        throw new EOFException("the dBASE table (.dbf) has no header");
      }
      DbfTable table = new DbfTable(path, start);
      table.readFields(in);
      return table;
    }
  }

  private void readFields(InputStream in) throws IOException {
    int offset = 1;
    for (int read = 32; read + 32 <= headerLength; read += 32) {
      byte[] descriptor = in.readNBytes(32);
      if (descriptor.length < 32 || descriptor[0] == 0x0D) {
        break;
      }
      int nameLength = 0;
      while (nameLength < 11 && descriptor[nameLength] != 0) {
        nameLength++;
      }
      char type = (char) (descriptor[11] & 0xFF);
      int length = descriptor[16] & 0xFF;
      int decimals = descriptor[17] & 0xFF;
      if (type == 'C') { // long text keeps the high byte of its length there
        length += decimals << 8;
        decimals = 0;
      }
      byte[] name = Arrays.copyOf(descriptor, nameLength);
      fields.add(new Field(name, type, offset, length, decimals));
      offset += length;
    }
    if (fields.isEmpty() || offset > recordLength) {
      throw new IOException("the header of the dBASE table (.dbf) contradicts itself");
    }
  }

  long records() {
    return records;
  }

  /** The code page that the header names; empty if it names none. */
  Optional<String> codePage() {
    return Optional.ofNullable(DRIVERS.get(driver));
  }

  int driver() {
    return driver;
  }

  /** Feeds the names of the fields and all text of all records. */
  void feed(EncodingDetector detector) throws IOException {
    for (Field field : fields) {
      detector.feed(field.rawName, 0, field.rawName.length);
      detector.endOfField();
    }
    try (Cursor cursor = cursor()) {
      while (cursor.next()) {
        for (Field field : fields) {
          if (field.type == 'C') {
            detector.feed(cursor.record, field.offset, trimmed(cursor.record, field));
            detector.endOfField();
          }
        }
      }
    }
  }

  private static int trimmed(byte[] record, Field field) {
    int length = field.length;
    while (length > 0
        && (record[field.offset + length - 1] == ' ' || record[field.offset + length - 1] == 0)) {
      length--;
    }
    return length;
  }

  Cursor cursor() throws IOException {
    return new Cursor();
  }

  /** Reads record after record. */
  final class Cursor implements AutoCloseable {
    private final InputStream in;
    private final byte[] record = new byte[recordLength];
    private long done;

    private Cursor() throws IOException {
      in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      in.skipNBytes(headerLength);
    }

    /** False at the end. */
    boolean next() throws IOException {
      if (done == records) {
        return false;
      }
      int n = in.readNBytes(record, 0, recordLength);
      if (n < recordLength) {
        throw new EOFException(
            "the dBASE table (.dbf) ends in record %d of %d".formatted(done + 1, records));
      }
      done++;
      return true;
    }

    /** True if the record is marked as deleted. */
    boolean deleted() {
      return record[0] == '*';
    }

    /** By field name. */
    Map<String, Object> values(List<String> names, CharsetDecoder decoder) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        values.put(names.get(i), value(record, fields.get(i), decoder));
      }
      return values;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  List<String> names(CharsetDecoder decoder) {
    return AttributeNames.distinct(
        fields.stream()
            .map(each -> text(each.rawName, 0, each.rawName.length, decoder).strip())
            .toList());
  }

  private static Object value(byte[] record, Field field, CharsetDecoder decoder) {
    if (field.type == 'C') {
      String text = text(record, field.offset, trimmed(record, field), decoder);
      return text.isEmpty() ? null : text;
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(record, field.offset, field.length).order(ByteOrder.LITTLE_ENDIAN);
    if (field.type == 'I' && field.length == 4) {
      return (long) bytes.getInt();
    }
    if (field.type == 'O' && field.length == 8) {
      return bytes.getDouble();
    }
    String text =
        new String(record, field.offset, field.length, StandardCharsets.ISO_8859_1)
            .replace('\0', ' ')
            .strip();
    return switch (field.type) {
      case 'N', 'F' -> number(text, field.decimals);
      case 'L' -> truth(text);
      case 'D' -> date(text);
      default -> null;
    };
  }

  /** A character cut in two by the end of its field is left out. */
  private static String text(byte[] bytes, int offset, int length, CharsetDecoder decoder) {
    String text = TextEncoding.decode(decoder, bytes, offset, length);
    boolean cut = text.length() > 1 && text.charAt(text.length() - 1) == TextEncoding.UNREADABLE;
    return cut ? text.substring(0, text.length() - 1) : text;
  }

  private static Object number(String text, int decimals) {
    if (decimals == 0) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        // written with a point all the same, or asterisks for "too long"
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? (Double) value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "T", "t", "Y", "y" -> Boolean.TRUE;
      case "F", "f", "N", "n" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static LocalDate date(String text) {
    if (!text.matches("\\d{8}") || text.equals("00000000")) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text.substring(0, 4)),
          Integer.parseInt(text.substring(4, 6)),
          Integer.parseInt(text.substring(6)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
