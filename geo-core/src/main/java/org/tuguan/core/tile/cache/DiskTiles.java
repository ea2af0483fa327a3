package org.tuguan.core.tile.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tiles in files of one directory, appended one behind the other; where each lies is kept in
 * memory. When there are too many bytes the oldest file goes, and tiles of the oldest quarter that
 * are asked for are written again, so that what is used stays. Safe for any thread; one process at
 * a time.
 */
final class DiskTiles implements Closeable {
  private static final int LARGEST_SEGMENT = 64 << 20;
  private static final int SMALLEST_SEGMENT = 64 << 10;
  private static final int SEGMENTS = 16;
  private static final String EXTENSION = ".tiles";
  private static final long NONE = -1;

  private final Path directory;
  private final long limit;
  private final int segmentSize;
  private final FileChannel lock;
  private final TreeMap<Integer, Segment> segments = new TreeMap<>();
  private final LongTable index = new LongTable();
  private long bytes;
  private long sequence;

  private DiskTiles(Path directory, long limit, FileChannel lock) {
    this.directory = directory;
    this.limit = limit;
    this.segmentSize =
        (int) Math.max(SMALLEST_SEGMENT, Math.min(LARGEST_SEGMENT, limit / SEGMENTS));
    this.lock = lock;
  }

  /**
   * Opens what former runs left there, or begins anew.
   *
   * @param limit of all files, in bytes
   */
  static DiskTiles open(Path directory, long limit) throws IOException {
    Files.createDirectories(directory);
    DiskTiles tiles = new DiskTiles(directory, limit, lock(directory.resolve("lock")));
    try {
      tiles.load();
      return tiles;
    } catch (IOException e) {
      tiles.close();
      throw e;
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // said below, as for another process
    }
    channel.close();
    throw new IOException(file + " is in use by another server");
  }

  private void load() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(directory)) {
      files = found.filter(file -> file.toString().endsWith(EXTENSION)).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      int number = Integer.parseInt(name, 0, name.length() - EXTENSION.length(), 16);
      Segment segment = Segment.open(file, number, (head, at) -> found(number, head, at));
      segments.put(number, segment);
      bytes += segment.size();
    }
    makeRoom(0);
  }

  private void found(int segment, TileRecord.Head head, int offset) {
    index.put(head.hash(), place(segment, offset));
    sequence = Math.max(sequence, head.sequence());
  }

  private static long place(int segment, int offset) {
    return (long) segment << 32 | offset;
  }

  private static int segment(long place) {
    return (int) (place >>> 32);
  }

  /** The largest of all tiles that were found when it was opened. */
  long sequence() {
    return sequence;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized long entries() {
    return index.size();
  }

  Optional<TileRecord> find(TileKey key) throws IOException {
    String text = key.text();
    long hash = TileKey.hash(text);
    Segment segment;
    long place;
    boolean leaving;
    synchronized (this) {
      place = index.get(hash, NONE);
      segment = place == NONE ? null : segments.get(segment(place));
      leaving = segment != null && leaves(segment);
    }
    if (segment == null) {
      return Optional.empty();
    }
    Optional<TileRecord> record =
        segment.read((int) place).filter(found -> found.key().equals(text));
    if (leaving && record.isPresent()) {
      keep(record.get());
    }
    return record;
  }

  private void keep(TileRecord record) {
    try {
      put(record);
    } catch (IOException e) {
      // It can be read where it is for a while; those who write new tiles will say what is wrong.
    }
  }

  private boolean leaves(Segment segment) {
    return bytes > limit / 4 * 3
        && segment.number() - segments.firstKey() < segments.size() / 4
        && segment.number() != segments.lastKey();
  }

  /** A tile that is larger than a file may be is not kept. */
  synchronized void put(TileRecord record) throws IOException {
    ByteBuffer written = record.write();
    if (written.limit() > segmentSize) {
      return;
    }
    makeRoom(written.limit());
    Segment last = segments.isEmpty() ? null : segments.lastEntry().getValue();
    if (last == null || last.size() + written.limit() > segmentSize) {
      last = add(segments.isEmpty() ? 0 : segments.lastKey() + 1);
    }
    int offset = last.append(written);
    bytes += written.limit();
    index.put(TileKey.hash(record.key()), place(last.number(), offset));
  }

  private Segment add(int number) throws IOException {
    Path file = directory.resolve(String.format(Locale.ROOT, "%08x%s", number, EXTENSION));
    Segment segment = Segment.open(file, number, (head, at) -> found(number, head, at));
    segments.put(number, segment);
    return segment;
  }

  private void makeRoom(int wanted) throws IOException {
    List<Integer> gone = new ArrayList<>();
    while (bytes + wanted > limit && !segments.isEmpty()) {
      Map.Entry<Integer, Segment> oldest = segments.pollFirstEntry();
      gone.add(oldest.getKey());
      bytes -= oldest.getValue().size();
      oldest.getValue().delete();
    }
    if (!gone.isEmpty()) {
      int first = segments.isEmpty() ? Integer.MAX_VALUE : segments.firstKey();
      index.keep(place -> segment(place) >= first);
    }
  }

  /** Removes all tiles. */
  synchronized void clear() throws IOException {
    index.keep(place -> false);
    bytes = 0;
    List<Segment> all = List.copyOf(segments.values());
    segments.clear();
    for (Segment segment : all) {
      segment.delete();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Segment segment : segments.values()) {
      segment.close();
    }
    lock.close();
  }
}
