package org.tuguan.api.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.AttributeType;
import org.tuguan.core.imports.FeatureReader;
import org.tuguan.core.imports.ImportPlan;
import org.tuguan.core.imports.RowConverter;

/**
 * Makes the table of an imported layer. Must run inside a transaction of Spring's: the table is
 * filled under a name nobody knows and takes the place of the old one at the end.
 */
@Component
class PostGisTableLoader {
  static final String SCHEMA = "layers";

  private final DataSource database;

  PostGisTableLoader(DataSource database) {
    this.database = database;
  }

  /**
   * @param table name in the schema {@code layers}
   * @return rows loaded
   */
  long load(String table, ImportPlan plan, FeatureReader reader, ImportProgress progress)
      throws IOException {
    Connection connection = DataSourceUtils.getConnection(database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
      String name = "import " + Long.toHexString(pid(connection));
      String draft = quoted(SCHEMA) + "." + quoted(name);
      statement.execute("CREATE TABLE " + draft + " (" + columns(plan) + ")");
      long rows = copy(connection, draft, plan, reader, progress);
      progress.at(ImportProgress.Step.INDEXING, rows, 1);
      statement.execute(
          "ALTER TABLE %s ADD CONSTRAINT %s PRIMARY KEY (%s)"
              .formatted(draft, quoted(name + " key"), quoted(ImportPlan.KEY)));
      statement.execute(
          "CREATE INDEX %s ON %s USING gist (%s)"
              .formatted(quoted(name + " geom"), draft, quoted(ImportPlan.GEOMETRY)));
      statement.execute("ANALYZE " + draft);
      swap(statement, name, table);
      return rows;
    } catch (SQLException e) {
      throw readable(table, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  /** From here to the end of the transaction nobody can read the layer: nothing slow may follow. */
  private static void swap(Statement statement, String draft, String table) throws SQLException {
    String schema = quoted(SCHEMA) + ".";
    statement.execute("DROP TABLE IF EXISTS " + schema + quoted(table));
    statement.execute("ALTER TABLE " + schema + quoted(draft) + " RENAME TO " + quoted(table));
    for (String part : List.of(" key", " geom")) {
      statement.execute(
          "ALTER INDEX %s RENAME TO %s"
              .formatted(schema + quoted(draft + part), quoted(table + part)));
    }
  }

  /** What a person can put right is their fault; everything else is ours. */
  private static RuntimeException readable(String table, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("2BP01") || state.equals("42809")) {
      return new RequestException(
          Fault.CONFLICT,
          "name",
          "the table layers.%s is used by something else in the database: %s"
              .formatted(RequestException.quote(table), e.getMessage()),
          e);
    }
    return new IllegalStateException("loading " + table + " failed: " + e.getMessage(), e);
  }

  private static int pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  private static String columns(ImportPlan plan) {
    String attributes =
        plan.attributes().stream()
            .map(each -> ", " + quoted(each.name()) + " " + sqlType(each.type()))
            .collect(Collectors.joining());
    return "%s %s NOT NULL, %s geometry(%s, %d) NOT NULL%s"
        .formatted(
            quoted(ImportPlan.KEY),
            plan.key().text() ? "text COLLATE \"C\"" : "bigint",
            quoted(ImportPlan.GEOMETRY),
            plan.shape().type(),
            plan.stored().srid(),
            attributes);
  }

  private static String sqlType(AttributeType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "bigint";
      case NUMBER -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamptz";
    };
  }

  private static long copy(
      Connection connection,
      String draft,
      ImportPlan plan,
      FeatureReader reader,
      ImportProgress progress)
      throws SQLException, IOException {
    String names =
        plan.attributes().stream()
            .map(Attribute::name)
            .map(name -> ", " + quoted(name))
            .collect(Collectors.joining());
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (%s, %s%s) FROM STDIN"
                    .formatted(draft, quoted(ImportPlan.KEY), quoted(ImportPlan.GEOMETRY), names));
    boolean done = false;
    try {
      CopyRows rows = new CopyRows(plan.stored().srid(), copy, reader, progress);
      reader.read(new RowConverter(plan, reader.textTyping(), rows));
      rows.flush();
      copy.endCopy();
      done = true;
      return rows.count();
    } finally {
      if (!done && copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Writes rows in COPY's text form (PostgreSQL manual, COPY, "Text Format"). */
  private static final class CopyRows implements RowConverter.TableSink {
    private static final int FULL = 1 << 18;

    private final WKBWriter binary = new WKBWriter(2, true);
    private final int srid;
    private final CopyIn copy;
    private final FeatureReader reader;
    private final ImportProgress progress;
    private final StringBuilder text = new StringBuilder(FULL + FULL / 4);
    private long count;

    CopyRows(int srid, CopyIn copy, FeatureReader reader, ImportProgress progress) {
      this.srid = srid;
      this.copy = copy;
      this.reader = reader;
      this.progress = progress;
    }

    long count() {
      return count;
    }

    @Override
    public void row(Object key, Geometry geometry, Object[] values) throws IOException {
      geometry.setSRID(srid);
      field(key);
      text.append('\t');
      hex(binary.write(geometry));
      for (Object value : values) {
        text.append('\t');
        field(value);
      }
      text.append('\n');
      count++;
      if (text.length() >= FULL) {
        flush();
        progress.at(ImportProgress.Step.LOADING, count, reader.progress());
      }
    }

    private void hex(byte[] bytes) {
      for (byte each : bytes) {
        text.append(Character.forDigit(each >> 4 & 0xF, 16));
        text.append(Character.forDigit(each & 0xF, 16));
      }
    }

    private void field(Object value) {
      if (value == null) {
        text.append("\\N");
        return;
      }
      String plain = value.toString();
      for (int i = 0; i < plain.length(); i++) {
        char c = plain.charAt(i);
        switch (c) {
          case '\\' -> text.append("\\\\");
          case '\t' -> text.append("\\t");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          default -> text.append(c);
        }
      }
    }

    void flush() throws IOException {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      text.setLength(0);
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }
}
