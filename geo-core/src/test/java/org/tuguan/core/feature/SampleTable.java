package org.tuguan.core.feature;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.crs.Crs;

/** 200 made-up rows with every type of attribute and many gaps, in a table and in memory. */
final class SampleTable {
  static final int ROWS = 200;
  static final FeatureType TYPE =
      new FeatureType(
          "sample",
          List.of(
              new Attribute("name", AttributeType.TEXT),
              new Attribute("名稱 \"x\"", AttributeType.TEXT),
              new Attribute("floors", AttributeType.INTEGER),
              new Attribute("height", AttributeType.NUMBER),
              new Attribute("open", AttributeType.BOOLEAN),
              new Attribute("built", AttributeType.DATE),
              new Attribute("seen", AttributeType.TIMESTAMP)),
          "geom",
          GeometryKind.MIXED,
          Crs.TWD97_TM2_121);

  private static final String[] NAMES = {"Alpha", "alpha", "50%_off", "a\\b", "O'Neil", "西屯", ""};

  private SampleTable() {}

  static void create(TestDatabase database) {
    database.execute(
        """
        CREATE TABLE sample (id integer PRIMARY KEY, name text, "名稱 \"\"x\"\"" varchar(20),
          floors smallint, height numeric(8,2), open boolean, built date, seen timestamp,
          geom geometry(Geometry, 3826));
        INSERT INTO sample
        SELECT i,
          CASE WHEN i % 9 > 0
            THEN (ARRAY['Alpha','alpha','50%_off','a\\b','O''Neil','西屯',''])[i % 7 + 1] END,
          CASE WHEN i % 4 > 0 THEN 'n' || i END,
          CASE WHEN i % 5 > 0 THEN i % 13 END,
          CASE WHEN i % 6 > 0 THEN i / 4.0 END,
          CASE WHEN i % 3 > 0 THEN i % 2 = 0 END,
          CASE WHEN i % 7 > 0 THEN date '2020-01-01' + i END,
          CASE WHEN i % 8 > 0 THEN timestamp '2021-01-01 00:00' + i * interval '1 hour' END,
          CASE WHEN i % 10 = 0 THEN NULL
            WHEN i % 2 = 0 THEN ST_SetSRID(ST_MakePoint(210000 + i * 10, 2670000), 3826)
            ELSE ST_MakeEnvelope(210000 + i * 10, 2670000 - i, 210015 + i * 10, 2670001 + i, 3826)
          END
        FROM generate_series(1, 200) AS i;
        CREATE INDEX ON sample USING gist (geom);
        """);
  }

  static PostGisFeatureSource stored(TestDatabase database) {
    return new PostGisFeatureSource(
        database.dataSource(),
        new TableRef("public", "sample", "id", false, TYPE),
        Duration.ofSeconds(10));
  }

  static MemoryFeatureSource inMemory() {
    List<Feature> features = new ArrayList<>();
    for (int i = 1; i <= ROWS; i++) {
      features.add(new Feature(TYPE, Integer.toString(i), geometry(i), values(i)));
    }
    return new MemoryFeatureSource(TYPE, features);
  }

  private static Object[] values(int i) {
    return new Object[] {
      i % 9 > 0 ? NAMES[i % 7] : null,
      i % 4 > 0 ? "n" + i : null,
      i % 5 > 0 ? Long.valueOf(i % 13) : null,
      i % 6 > 0 ? Double.valueOf(i / 4.0) : null,
      i % 3 > 0 ? Boolean.valueOf(i % 2 == 0) : null,
      i % 7 > 0 ? LocalDate.of(2020, 1, 1).plusDays(i) : null,
      i % 8 > 0 ? OffsetDateTime.parse("2021-01-01T00:00:00+08:00").plusHours(i) : null
    };
  }

  private static Geometry geometry(int i) {
    GeometryFactory factory = new GeometryFactory();
    double x = 210000 + i * 10;
    if (i % 10 == 0) {
      return null;
    }
    if (i % 2 == 0) {
      return factory.createPoint(new Coordinate(x, 2670000));
    }
    return factory.createPolygon(
        new Coordinate[] {
          new Coordinate(x, 2670000 - i),
          new Coordinate(x, 2670001 + i),
          new Coordinate(x + 15, 2670001 + i),
          new Coordinate(x + 15, 2670000 - i),
          new Coordinate(x, 2670000 - i)
        });
  }
}
