package org.tuguan.core.imports;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Crs;

/**
 * What the user says about a file; comes before everything the file says about itself.
 *
 * @param encoding of its text
 * @param crs of its coordinates
 * @param x name of the column with the easting or longitude
 * @param y name of the column with the northing or latitude
 * @param layer the one data set of a file that holds several
 * @param key the column whose values are the feature ids
 */
public record ReadOptions(
    Optional<Charset> encoding,
    Optional<Crs> crs,
    Optional<String> x,
    Optional<String> y,
    Optional<String> layer,
    Optional<String> key) {
  /** Nothing is said. */
  public static final ReadOptions NONE =
      new ReadOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ReadOptions {
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(crs);
    Objects.requireNonNull(x);
    Objects.requireNonNull(y);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(key);
  }

  /** The coordinate system that the user gave, else what the file says. */
  Optional<DeclaredCrs> crsOr(Optional<DeclaredCrs> declared) {
    return crs.map(given -> new DeclaredCrs(given, new LocalText("由使用者指定", "given by the user")))
        .or(() -> declared);
  }
}
