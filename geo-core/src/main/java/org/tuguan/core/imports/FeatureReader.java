package org.tuguan.core.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * One data set in a file. Holds no more than a record in memory; may be read any number of times
 * and gives the same rows each time. Not safe for two threads at once, {@link #progress} excepted.
 */
public interface FeatureReader extends AutoCloseable {
  /** Of the data set: the file's name without its endings, or the name it has inside the file. */
  String name();

  /** For people: {@code GeoJSON}. */
  String format();

  /** Empty if the format knows only one. */
  Optional<TextEncoding> encoding();

  TextTyping textTyping();

  /**
   * Reads everything from the start. What cannot be read at all is a {@link
   * org.tuguan.core.RequestException} with {@code UNREADABLE_DATA} that says where.
   */
  void read(RowSink sink) throws IOException;

  /**
   * The system that the file or the user declares. Complete after the first {@link #read}; empty if
   * nothing is declared.
   */
  Optional<DeclaredCrs> crs();

  /** What people should know; complete after the first {@link #read}. */
  List<LocalText> notes();

  /** Share of the current pass that is done, 0 to 1; for any thread. */
  double progress();

  @Override
  void close() throws IOException;
}
