package org.tuguan.core.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Turns the record separators of GeoJSON text sequences (RFC 8142) into white space. */
final class RecordSeparators extends FilterReader {
  private static final char SEPARATOR = '\u001E';

  RecordSeparators(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    return value == SEPARATOR ? ' ' : value;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    for (int i = offset; i < offset + n; i++) {
      if (target[i] == SEPARATOR) {
        target[i] = ' ';
      }
    }
    return n;
  }
}
