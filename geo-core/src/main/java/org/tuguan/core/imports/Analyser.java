package org.tuguan.core.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.crs.Twd67Shift;
import org.tuguan.core.feature.Attribute;

/**
 * The first pass over a data set: finds out what is in it, keeping counts but no rows other than a
 * sample. Used once.
 */
public final class Analyser implements RowSink {
  /** Names of columns that are usually keys; used if their values turn out to be. */
  private static final Set<String> USUAL_KEYS = Set.of("id", "fid", "gid", "objectid", "ogc_fid");

  private final FeatureReader reader;
  private final Optional<String> keyColumn;
  private final LongConsumer progress;
  private final Map<String, ColumnGuess> columns = new LinkedHashMap<>();
  private final Map<String, KeyCandidate> keys = new LinkedHashMap<>();
  private final KeyCandidate featureIds = new KeyCandidate();
  private final Map<Magnitude, Stretch> stretches = new EnumMap<>(Magnitude.class);
  private final ShapeGuess shapes = new ShapeGuess();
  private final BadRowCount bad = new BadRowCount();
  private final RowSample sample = new RowSample();
  private long rows;
  private long invalid;
  private Row firstInvalid;

  /**
   * Where the rows with coordinates of one size lie, and the first of them in case they are bad.
   */
  private static final class Stretch {
    private final Envelope box = new Envelope();
    private final BadRowCount rows = new BadRowCount();
  }

  private Analyser(FeatureReader reader, Optional<String> keyColumn, LongConsumer progress) {
    this.reader = reader;
    this.keyColumn = keyColumn;
    this.progress = progress;
  }

  /**
   * Reads the data set once.
   *
   * @param progress is told the number of rows every thousand rows
   * @throws RequestException if it cannot be read at all, if its system cannot be known, or if
   *     values of the wanted key column are missing or repeated
   */
  public static ImportPlan analyse(FeatureReader reader, ReadOptions options, LongConsumer progress)
      throws IOException {
    Analyser analyser = new Analyser(reader, options.key(), progress);
    reader.read(analyser);
    return analyser.plan();
  }

  @Override
  public void bad(BadRow row) {
    bad.add(row);
  }

  @Override
  public void row(Row row) {
    Optional<LocalText> fault = RowCheck.fault(row, reader.encoding());
    if (fault.isPresent()) {
      bad.add(new BadRow(row.number(), row.line(), fault.get()));
      return;
    }
    rows++;
    if (rows % 1000 == 0) {
      progress.accept(rows);
    }
    Geometry geometry = row.geometry();
    Envelope box = geometry.getEnvelopeInternal();
    Magnitude magnitude = Magnitude.of(box);
    Stretch stretch = stretches.computeIfAbsent(magnitude, m -> new Stretch());
    stretch.box.expandToInclude(box);
    stretch.rows.add(new BadRow(row.number(), row.line(), RowCheck.misfit(magnitude)));
    shapes.observe(geometry);
    if (geometry instanceof Polygonal && !geometry.isValid()) {
      invalid++;
      firstInvalid = firstInvalid == null ? row : firstInvalid;
    }
    observeValues(row);
    sample.add(row);
  }

  private void observeValues(Row row) {
    featureIds.observe(row.id());
    row.values()
        .forEach(
            (name, value) -> {
              ColumnGuess guess = columns.get(name);
              if (guess == null) {
                guess = new ColumnGuess(reader.textTyping());
                columns.put(name, guess);
              }
              guess.observe(value);
              if (mayBeKey(name)) {
                KeyCandidate candidate = keys.computeIfAbsent(name, n -> new KeyCandidate());
                candidate.observe(RowConverter.keyValue(value, reader.textTyping()));
              }
            });
    keys.forEach((name, candidate) -> candidate.expect(rows));
  }

  private boolean mayBeKey(String name) {
    return keyColumn.isPresent()
        ? keyColumn.get().equals(name)
        : USUAL_KEYS.contains(name.toLowerCase(Locale.ROOT));
  }

  private ImportPlan plan() throws IOException {
    Map<Magnitude, Long> counts = new EnumMap<>(Magnitude.class);
    stretches.forEach((magnitude, stretch) -> counts.put(magnitude, stretch.rows.total()));
    DeclaredCrs crs = CrsChoice.choose(reader.name(), reader.crs(), counts);
    Envelope box = new Envelope();
    long count = 0;
    for (Map.Entry<Magnitude, Stretch> each : stretches.entrySet()) {
      if (each.getKey().fits(crs.crs())) {
        box.expandToInclude(each.getValue().box);
        count += each.getValue().rows.total();
      } else {
        bad.addAll(each.getValue().rows);
      }
    }
    if (count == 0) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "file",
          new LocalText(
              "%s 沒有可以載入的資料列；%s"
                  .formatted(RequestException.quote(reader.name()), bad.rows().summary().zh()),
              "%s has no row that can be loaded; %s"
                  .formatted(RequestException.quote(reader.name()), bad.rows().summary().en())));
    }
    KeyPlan key = keyPlan();
    ImportPlan plan =
        new ImportPlan(
            reader.format(),
            reader.encoding(),
            crs,
            CrsChoice.stored(crs.crs()),
            shapes.shape(),
            count,
            key,
            plannedColumns(),
            Optional.of(lonLat(crs.crs(), box)),
            bad.rows(),
            warnings(crs, key),
            List.of());
    return sample.addTo(plan, reader);
  }

  private static Bounds lonLat(Crs crs, Envelope box) {
    return CoordinateTransform.between(crs, Crs.CRS84).apply(Bounds.of(crs, box));
  }

  private List<ImportPlan.Column> plannedColumns() {
    List<String> sources = List.copyOf(columns.keySet());
    List<String> names =
        AttributeNames.columns(sources, Set.of(ImportPlan.KEY, ImportPlan.GEOMETRY));
    List<ImportPlan.Column> planned = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      planned.add(
          new ImportPlan.Column(
              sources.get(i), new Attribute(names.get(i), columns.get(sources.get(i)).type())));
    }
    return planned;
  }

  private KeyPlan keyPlan() {
    if (keyColumn.isPresent()) {
      String wanted = keyColumn.get();
      KeyCandidate candidate = keys.get(wanted);
      if (candidate == null) {
        throw RequestException.invalid(
            "key",
            wanted,
            "the columns are " + RequestException.quote(String.join(", ", columns.keySet())));
      }
      if (!candidate.unique()) {
        throw RequestException.invalid(
            "key", wanted, "its values are missing in some rows, or repeated");
      }
      return new KeyPlan(KeyPlan.Source.COLUMN, keyColumn, candidate.isText());
    }
    if (featureIds.unique()) {
      return new KeyPlan(KeyPlan.Source.FEATURE_ID, Optional.empty(), featureIds.isText());
    }
    return keys.entrySet().stream()
        .filter(each -> each.getValue().unique())
        .findFirst()
        .map(
            each ->
                new KeyPlan(
                    KeyPlan.Source.COLUMN, Optional.of(each.getKey()), each.getValue().isText()))
        .orElseGet(() -> new KeyPlan(KeyPlan.Source.RECORD_NUMBER, Optional.empty(), false));
  }

  private List<LocalText> warnings(DeclaredCrs crs, KeyPlan key) {
    List<LocalText> warnings = new ArrayList<>(reader.notes());
    if (!CrsChoice.stored(crs.crs()).equals(crs.crs()) && !crs.crs().equals(Crs.CRS84)) {
      String stored = CrsChoice.stored(crs.crs()).code();
      warnings.add(
          new LocalText(
              "TWD67 坐標以四參數轉換為 %s 儲存：臺灣本島精度約數公尺，澎湖未經檢證".formatted(stored),
              "stored as %s; %s".formatted(stored, Twd67Shift.ACCURACY)));
    }
    if (reader.crs().isEmpty() && !crs.crs().geographic()) {
      warnings.add(crs.reason());
    }
    if (invalid > 0) {
      warnings.add(
          new LocalText(
              "%d 個面的幾何無效（首筆為第 %d 筆），照原樣匯入".formatted(invalid, firstInvalid.number()),
              "%d polygons are not valid (the first is record %d); imported as they are"
                  .formatted(invalid, firstInvalid.number())));
    }
    if (key.source() == KeyPlan.Source.RECORD_NUMBER) {
      warnings.add(
          new LocalText(
              "檔案沒有唯一的圖徵代碼，以記錄序號代替（可用 --key 指定欄位）",
              "the file has no unique feature ids; record numbers are used (name a column with"
                  + " --key)"));
    }
    return warnings;
  }
}
