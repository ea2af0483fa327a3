package org.tuguan.core.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops at a line longer than any record can be: a quotation mark that is never closed must not
 * take the rest of a large file into memory.
 */
final class RecordSizeLimit extends FilterReader {
  private static final int LONGEST = 16 << 20;

  private final ByteSource source;
  private long quotes;
  private long sinceEnd;

  RecordSizeLimit(Reader in, ByteSource source) {
    super(in);
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value);
    return value;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    for (int i = offset; i < offset + n; i++) {
      count(target[i]);
    }
    return n;
  }

  private void count(int value) {
    sinceEnd++;
    if (value == '"') {
      quotes++;
    } else if (value == '\n' && quotes % 2 == 0) {
      sinceEnd = 0;
    } else if (sinceEnd > LONGEST) {
      throw source.unreadable(
          "有一筆資料超過 1,600 萬字；可能有引號沒有結束",
          "has a record longer than 16 million characters; a quotation mark may be left open",
          null);
    }
  }
}
