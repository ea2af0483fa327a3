package org.tuguan.api.issuing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What kinds of documents are taken; told by their content, whatever they are called. */
public enum DocumentType {
  PDF("application/pdf", "%PDF-"),
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  /** A package of a word processor or a spreadsheet, or files packed together. */
  ZIP("application/zip", "PK\u0003\u0004");

  private final String mediaType;
  private final byte[] begin;

  DocumentType(String mediaType, String begin) {
    this.mediaType = mediaType;
    this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<DocumentType> find(byte[] content) {
    return Arrays.stream(values())
        .filter(
            type ->
                content.length > type.begin.length
                    && Arrays.equals(type.begin, Arrays.copyOf(content, type.begin.length)))
        .findFirst();
  }
}
