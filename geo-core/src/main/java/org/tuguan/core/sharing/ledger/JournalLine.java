package org.tuguan.core.sharing.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of the journal: checksum (CRC-32C, eight hexadecimal digits) of what follows it, sequence,
 * kind, row; with tabs between them and a line feed at the end.
 *
 * @param row as {@code COPY} takes it, without the end of the line; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record JournalLine(long sequence, Kind kind, byte[] row) {
  private static final int CHECK = 8;

  enum Kind {
    RECORD('U'),
    GAP('G'),
    /** The run was ended in good order. */
    END('E');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    private static Optional<Kind> find(byte sign) {
      for (Kind kind : values()) {
        if (kind.sign == sign) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  static void write(long sequence, Kind kind, String row, ByteArrayOutputStream out) {
    byte[] body = (sequence + "\t" + kind.sign + "\t" + row).getBytes(StandardCharsets.UTF_8);
    out.writeBytes(check(body, 0, body.length).getBytes(StandardCharsets.US_ASCII));
    out.write('\t');
    out.writeBytes(body);
    out.write('\n');
  }

  private static String check(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /**
   * @return empty if it is not what was written
   */
  static Optional<JournalLine> read(byte[] bytes, int from, int end) {
    int body = from + CHECK + 1;
    if (end < body || !check(bytes, body, end - body).equals(text(bytes, from, from + CHECK))) {
      return Optional.empty();
    }
    int tab = body;
    while (tab < end && bytes[tab] != '\t') {
      tab++;
    }
    if (tab + 3 > end) {
      return Optional.empty();
    }
    long sequence = Long.parseLong(text(bytes, body, tab));
    byte[] row = Arrays.copyOfRange(bytes, tab + 3, end);
    return Kind.find(bytes[tab + 1]).map(kind -> new JournalLine(sequence, kind, row));
  }

  private static String text(byte[] bytes, int from, int end) {
    return new String(bytes, from, end - from, StandardCharsets.US_ASCII);
  }
}
