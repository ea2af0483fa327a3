package org.tuguan.api.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.LocalText;

/** What was delivered, found by the hash of a package or of a file in one. */
@Repository
class JdbcKnownFiles {
  /** Files that say nothing of their own are the same in many packages. */
  private static final String FIND =
      """
      WITH known AS (
        SELECT application, file AS path, true AS whole FROM tuguan.delivery WHERE sha256 = :sha256 AND state = 'READY'
        UNION ALL
        SELECT application, path, false FROM tuguan.delivery_file WHERE sha256 = :sha256
          AND path NOT LIKE 'styles/%' AND path NOT LIKE '%.cpg' AND path NOT LIKE '%.prj')
      SELECT known.path, known.whole, d.*,
        ARRAY(SELECT l.title_zh FROM tuguan.quote_layer l WHERE l.quote = a.quote ORDER BY l.position) AS zh,
        ARRAY(SELECT l.title_en FROM tuguan.quote_layer l WHERE l.quote = a.quote ORDER BY l.position) AS en,
        ARRAY(SELECT replace(l.layer, ':', '_') FROM tuguan.quote_layer l
          WHERE l.quote = a.quote ORDER BY l.position) AS names
      FROM known JOIN tuguan.delivery d USING (application) JOIN tuguan.application a ON a.id = d.application
      ORDER BY d.made DESC, d.application LIMIT 20
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcKnownFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Something that was delivered. Never says to whom.
   *
   * @param path in the package, or the name of the package itself
   * @param whole true for a package
   * @param products titles of the layers
   */
  record KnownFile(
      String path,
      boolean whole,
      List<LocalText> products,
      LocalText licensor,
      Instant made,
      String licence,
      Delivery.Validity validity) {}

  /**
   * @param sha256 in lower case
   */
  List<KnownFile> list(String sha256) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    return jdbc.sql(FIND)
        .param("sha256", sha256)
        .query(
            (row, i) -> {
              Delivery.LicenceTerm licence = JdbcDeliveries.licence(row);
              boolean whole = row.getBoolean("whole");
              return new KnownFile(
                  row.getString("path"),
                  whole,
                  products(
                      whole ? "" : row.getString("path"),
                      (String[]) row.getArray("names").getArray(),
                      (String[]) row.getArray("zh").getArray(),
                      (String[]) row.getArray("en").getArray()),
                  licence.licensor(),
                  Rows.instant(row, "made"),
                  licence.number(),
                  licence.on(today));
            })
        .list();
  }

  /** That of the layer that the file is named after; all of them if it is named after none. */
  private static List<LocalText> products(String path, String[] names, String[] zh, String[] en) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int best = -1;
    for (int i = 0; i < names.length; i++) {
      boolean named = file.startsWith(names[i] + ".") || file.startsWith(names[i] + "_");
      if (named && (best < 0 || names[i].length() > names[best].length())) {
        best = i;
      }
    }
    if (best >= 0) {
      return List.of(new LocalText(zh[best], en[best]));
    }
    return IntStream.range(0, names.length).mapToObj(i -> new LocalText(zh[i], en[i])).toList();
  }
}
