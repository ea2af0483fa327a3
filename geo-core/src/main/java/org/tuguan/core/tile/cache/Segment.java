package org.tuguan.core.tile.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file of {@link TileRecord}s, one behind the other. Any number of threads may read while one
 * appends.
 */
final class Segment implements Closeable {
  private final Path file;
  private final int number;
  private FileChannel channel;
  private volatile int size;
  private volatile boolean deleted;

  private Segment(Path file, int number) {
    this.file = file;
    this.number = number;
  }

  /** What a file is found to hold. */
  interface Reader {
    void found(TileRecord.Head head, int offset);
  }

  /** Reads all heads; what is behind the last whole record is cut off. */
  static Segment open(Path file, int number, Reader reader) throws IOException {
    Segment segment = new Segment(file, number);
    FileChannel channel = segment.channel();
    long end = channel.size();
    ByteBuffer bytes = ByteBuffer.allocate(TileRecord.HEAD);
    while (segment.size + TileRecord.HEAD <= end) {
      segment.fill(channel, bytes.clear(), segment.size);
      Optional<TileRecord.Head> head = TileRecord.Head.read(bytes);
      if (head.isEmpty() || end(segment.size, head.get()) > end) {
        break;
      }
      reader.found(head.get(), segment.size);
      segment.size = (int) end(segment.size, head.get());
    }
    if (end > segment.size) {
      channel.truncate(segment.size);
    }
    return segment;
  }

  private static long end(int offset, TileRecord.Head head) {
    return (long) offset + TileRecord.HEAD + head.length();
  }

  int number() {
    return number;
  }

  int size() {
    return size;
  }

  /** An interrupt closes the channel of whoever is reading. */
  private synchronized FileChannel channel() throws IOException {
    if (deleted) {
      throw new NoSuchFileException(file.toString());
    }
    if (channel == null || !channel.isOpen()) {
      channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }
    return channel;
  }

  private void fill(FileChannel from, ByteBuffer bytes, long offset) throws IOException {
    while (bytes.hasRemaining()) {
      if (from.read(bytes, offset + bytes.position()) < 0) {
        throw new IOException(file + " is shorter than it was");
      }
    }
    bytes.flip();
  }

  /** Empty if the bytes there are not what was written, or the file has gone. */
  Optional<TileRecord> read(int offset) throws IOException {
    try {
      return readWhole(offset);
    } catch (IOException e) {
      if (deleted || e instanceof ClosedChannelException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<TileRecord> readWhole(int offset) throws IOException {
    FileChannel from = channel();
    ByteBuffer bytes = ByteBuffer.allocate(TileRecord.HEAD);
    fill(from, bytes, offset);
    Optional<TileRecord.Head> head = TileRecord.Head.read(bytes);
    if (head.isEmpty() || end(offset, head.get()) > size) {
      return Optional.empty();
    }
    ByteBuffer rest = ByteBuffer.allocate(head.get().length());
    fill(from, rest, (long) offset + TileRecord.HEAD);
    return TileRecord.read(head.get(), rest);
  }

  /** Where it was written; nothing stays of what could not be written whole. */
  int append(ByteBuffer record) throws IOException {
    FileChannel to = channel();
    int offset = size;
    try {
      int at = offset;
      while (record.hasRemaining()) {
        at += to.write(record, at);
      }
      size = at;
      return offset;
    } catch (IOException e) {
      cut(offset, e);
      throw e;
    }
  }

  private void cut(int offset, IOException reason) {
    try {
      channel().truncate(offset);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  void delete() throws IOException {
    deleted = true;
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
