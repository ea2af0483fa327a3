package org.tuguan.core.delivery;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP with UTF-8 names that knows the SHA-256 of each file and, once closed, its own. For one
 * thread.
 */
final class HashedZip implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /** Fast; maps shrink little more with the slower levels. */
  private static final int LEVEL = 3;

  private final MessageDigest whole = sha256Digest();
  private final ZipOutputStream zip;
  private final long time;
  private final List<Manifest.PackagedFile> files = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();

  HashedZip(Path file, Instant time) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    this.zip = new ZipOutputStream(new DigestOutputStream(out, whole), StandardCharsets.UTF_8);
    this.zip.setLevel(LEVEL);
    this.time = time.toEpochMilli();
  }

  void add(String path, String text) throws IOException {
    add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String path, byte[] content) throws IOException {
    add(path, new ByteArrayInputStream(content));
  }

  void add(String path, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      add(path, in);
    }
  }

  private void add(String path, InputStream content) throws IOException {
    if (!paths.add(path)) {
      throw new IllegalArgumentException("two files " + path);
    }
    MessageDigest digest = sha256Digest();
    ZipEntry entry = new ZipEntry(path);
    entry.setTime(time);
    zip.putNextEntry(entry);
    long bytes = new DigestInputStream(content, digest).transferTo(zip);
    zip.closeEntry();
    files.add(new Manifest.PackagedFile(path, bytes, HexFormat.of().formatHex(digest.digest())));
  }

  List<Manifest.PackagedFile> files() {
    return List.copyOf(files);
  }

  /** Of the closed ZIP; to be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(whole.digest());
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
