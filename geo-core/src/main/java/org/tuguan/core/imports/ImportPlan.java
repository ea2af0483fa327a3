package org.tuguan.core.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.GeometryKind;

/**
 * What is in a data set and how it will be stored. Immutable.
 *
 * @param format for people
 * @param encoding empty if the format knows only one
 * @param crs of the file
 * @param stored system of the table; another one than {@code crs} only where that is never stored
 * @param count rows that can be loaded
 * @param columns in the order of the file
 * @param extent of the rows that can be loaded, in CRS:84; empty if there are none
 * @param sample features spread over the file, in the stored system; the first two rows come first
 */
public record ImportPlan(
    String format,
    Optional<TextEncoding> encoding,
    DeclaredCrs crs,
    Crs stored,
    Shape shape,
    long count,
    KeyPlan key,
    List<Column> columns,
    Optional<Bounds> extent,
    BadRows bad,
    List<LocalText> warnings,
    List<Feature> sample) {
  /** Name of the key column of every imported table. */
  public static final String KEY = "fid";

  /** Name of the geometry column of every imported table. */
  public static final String GEOMETRY = "geom";

  public ImportPlan {
    Objects.requireNonNull(format);
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(crs);
    Objects.requireNonNull(stored);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(key);
    columns = List.copyOf(columns);
    Objects.requireNonNull(extent);
    Objects.requireNonNull(bad);
    warnings = List.copyOf(warnings);
    sample = List.copyOf(sample);
  }

  /**
   * A column of the file and what becomes of it.
   *
   * @param source its name in the file
   */
  public record Column(String source, Attribute attribute) {
    public Column {
      Objects.requireNonNull(source);
      Objects.requireNonNull(attribute);
    }
  }

  /**
   * What the geometries are.
   *
   * @param type of the column in PostGIS: {@code MultiPolygon}; {@code Geometry} if they are mixed
   * @param promote true if single geometries become multi ones of one part
   */
  public record Shape(GeometryKind kind, String type, boolean promote) {
    public Shape {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(type);
    }
  }

  public List<Attribute> attributes() {
    return columns.stream().map(Column::attribute).toList();
  }
}
