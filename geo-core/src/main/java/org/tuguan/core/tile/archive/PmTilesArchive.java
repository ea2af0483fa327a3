package org.tuguan.core.tile.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * PMTiles, version 3: a file that lies anywhere HTTP reads ranges of, without a server. Tiles lie
 * in the order in which they are numbered, equal ones once; directories are packed with gzip.
 */
public final class PmTilesArchive implements TileArchive {
  private static final int HEAD = 127;
  private static final int GZIP = 2;
  private static final int PLAIN = 1;

  private final Path file;
  private final ArchiveInfo info;
  private final Path data;
  private final OutputStream out;
  private final List<PmDirectory.Entry> entries = new ArrayList<>();
  private final Map<ByteBuffer, Long> offsets = new HashMap<>();
  private final MessageDigest digest;
  private long size;
  private long tiles;

  public PmTilesArchive(Path file, ArchiveInfo info) throws IOException {
    this.file = file;
    this.info = info;
    this.data = file.resolveSibling(file.getFileName() + ".data");
    this.out = new BufferedOutputStream(Files.newOutputStream(data), 1 << 16);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void add(int z, int x, int y, byte[] body) throws IOException {
    long id = HilbertTile.id(z, x, y);
    PmDirectory.Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    if (last != null && id < last.id() + last.run()) {
      throw new IllegalArgumentException("tile %d/%d/%d comes too late".formatted(z, x, y));
    }
    long offset = offset(body);
    tiles++;
    if (last != null && last.offset() == offset && last.id() + last.run() == id) {
      entries.set(
          entries.size() - 1,
          new PmDirectory.Entry(last.id(), offset, body.length, last.run() + 1));
    } else {
      entries.add(new PmDirectory.Entry(id, offset, body.length, 1));
    }
  }

  private long offset(byte[] body) throws IOException {
    ByteBuffer content = ByteBuffer.wrap(digest.digest(body), 0, 16);
    Long known = offsets.get(content);
    if (known != null) {
      return known;
    }
    long offset = size;
    offsets.put(content, offset);
    out.write(body);
    size += body.length;
    return offset;
  }

  @Override
  public void finish() throws IOException {
    out.close();
    PmDirectory directory = PmDirectory.of(entries, HEAD);
    byte[] metadata = metadata();
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 16)) {
      to.write(head(directory, metadata.length));
      to.write(directory.root());
      to.write(metadata);
      to.write(directory.leaves());
      Files.copy(data, to);
    }
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] head(PmDirectory directory, int metadata) {
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    long at = HEAD;
    for (long length :
        new long[] {directory.root().length, metadata, directory.leaves().length, size}) {
      head.putLong(at).putLong(length);
      at += length;
    }
    head.putLong(tiles).putLong(entries.size()).putLong(offsets.size());
    head.put((byte) 1).put((byte) GZIP);
    head.put((byte) (info.format() == ArchiveInfo.Format.MVT ? GZIP : PLAIN));
    head.put((byte) info.format().number());
    head.put((byte) info.minZoom()).put((byte) info.maxZoom());
    head.putInt(e7(info.bounds().minX())).putInt(e7(info.bounds().minY()));
    head.putInt(e7(info.bounds().maxX())).putInt(e7(info.bounds().maxY()));
    head.put((byte) info.minZoom());
    head.putInt(e7(info.centerX())).putInt(e7(info.centerY()));
    return head.array();
  }

  private static int e7(double degrees) {
    return (int) Math.round(degrees * 1e7);
  }

  private byte[] metadata() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed);
        JsonGenerator json = new JsonFactory().createGenerator(gzip)) {
      json.writeStartObject();
      json.writeStringProperty("name", info.name());
      json.writeStringProperty("description", info.description());
      json.writeStringProperty("attribution", info.attribution());
      json.writeStringProperty("type", "overlay");
      if (info.vectorLayers().isPresent()) {
        json.writeName("vector_layers");
        json.writeRawValue(info.vectorLayers().get());
      }
      json.writeEndObject();
    }
    return packed.toByteArray();
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(data);
  }
}
