package org.tuguan.core.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.FeatureEncoder;
import org.tuguan.core.feature.FeatureType;

/** A file in a format that can be streamed as well: GeoJSON, CSV. */
public final class StreamedFormat implements FileFormat {
  private static final int BUFFER = 1 << 16;

  private final FeatureEncoder encoder;
  private final LocalText title;

  public StreamedFormat(FeatureEncoder encoder, LocalText title) {
    this.encoder = encoder;
    this.title = title;
  }

  @Override
  public String name() {
    return encoder.name();
  }

  @Override
  public LocalText title() {
    return title;
  }

  @Override
  public String mediaType() {
    return encoder.mediaType();
  }

  @Override
  public Export write(FeatureType type, Stream<Feature> features, ExportTarget target)
      throws IOException {
    Path file = target.file(encoder.fileExtension());
    AtomicLong count = new AtomicLong();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      encoder.write(type, features.peek(each -> count.incrementAndGet()), target.crs(), out);
    }
    return new Export(target.crs(), List.of(file), count.get(), List.of());
  }
}
