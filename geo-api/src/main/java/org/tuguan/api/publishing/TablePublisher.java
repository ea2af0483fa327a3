package org.tuguan.api.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.publishing.PostGisTables.Column;
import org.tuguan.api.publishing.PostGisTables.Content;
import org.tuguan.api.publishing.PostGisTables.GeometryColumn;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.CoordinateTransform;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.feature.Attribute;
import org.tuguan.core.feature.FeatureType;
import org.tuguan.core.feature.GeometryKind;
import org.tuguan.core.feature.TableRef;
import org.tuguan.core.map.StarterStyle;

/**
 * Publishes tables and views that are in the database already. They are read where they lie; what
 * is not said about them is found out.
 */
@Service
public class TablePublisher {
  private static final Set<String> USUAL_KEYS = Set.of("id", "fid", "gid", "objectid", "ogc_fid");

  /** To prove a column unique takes a look at all its values. */
  private static final int MOST_PROOFS = 6;

  private final PostGisTables tables;
  private final JdbcLayers layers;
  private final PublishingRules rules;

  TablePublisher(PostGisTables tables, JdbcLayers layers, PublishingRules rules) {
    this.tables = tables;
    this.layers = layers;
    this.rules = rules;
  }

  /**
   * @param geometry kind; null if only a look at every row could tell
   * @param crs code; null if it is not known or not declared
   * @param count estimated; null if the database has no idea
   * @param key column that would number the features; null if it would have to be looked for
   * @param published name of the layer, if there is one
   * @param problem what must be put right before it can be published, or null
   */
  record TableJson(
      String schema,
      String table,
      String geometryColumn,
      String geometry,
      String crs,
      int srid,
      Long count,
      String key,
      String published,
      LocalText problem) {}

  /**
   * Layers that were imported are left out: they are published by nature; and tables of layers that
   * the caller does not manage.
   */
  List<TableJson> listTables(Caller caller) {
    return tables.listGeometryColumns().stream()
        .filter(each -> !each.owned())
        .filter(each -> open(caller, each))
        .map(this::describe)
        .toList();
  }

  private boolean open(Caller caller, GeometryColumn table) {
    return caller.has(Role.ADMIN)
        || table.layer().map(layer -> rules.manages(caller, layer)).orElse(true);
  }

  private TableJson describe(GeometryColumn table) {
    Optional<Crs> crs = Crs.findSrid(table.srid());
    Optional<Column> key = indexedKey(table);
    LocalText problem = null;
    if (table.srid() != 0 && crs.isEmpty()) {
      problem = unknownSystem(table, table.srid());
    } else if (table.srid() == 0 && !table.computed()) {
      problem = unknownSystem(table, 0);
    } else if (key.isEmpty() && !table.computed()) {
      problem = noKey(table);
    }
    return new TableJson(
        table.schema(),
        table.table(),
        table.column(),
        kind(List.of(table.type())).map(Enum::name).orElse(null),
        crs.map(Crs::code).orElse(null),
        table.srid(),
        table.estimate().orElse(null),
        key.map(Column::name).orElse(null),
        table.layer().orElse(null),
        problem);
  }

  /** What has been published. */
  public record Published(String layer, String table, long count, String crs, String key) {}

  @Transactional
  public Published publish(PublishRequest request, Caller caller) {
    GeometryColumn table = find(request, caller);
    Content content = tables.content(table);
    Crs crs = crs(table, content);
    Column key = key(table, request.key());
    String name = request.name().orElseGet(() -> LayerNames.layer(table.table()));
    layers.lock(name);
    refuseOther(name, table);
    FeatureType type =
        new FeatureType(
            name,
            attributes(table, key),
            table.column(),
            kind(content.types()).or(() -> kind(List.of(table.type()))).orElse(GeometryKind.MIXED),
            crs);
    boolean text = PostGisTables.keyIsText(key).orElseThrow();
    TableRef ref = new TableRef(table.schema(), table.table(), key.name(), text, type);
    layers.saveTable(
        ref,
        content.box().map(box -> lonLat(crs, box)),
        false,
        rules.permit(caller, name, layers.findExisting(name).isPresent(), request.words()),
        LayerNames.title(table.table()));
    if (!layers.hasStyles(name)) {
      layers.saveStyle(name, "default", "預設", "Default", StarterStyle.of(type));
    }
    return new Published(name, table.fullName(), content.rows(), crs.code(), key.name());
  }

  private static Bounds lonLat(Crs crs, double[] box) {
    return CoordinateTransform.between(crs, Crs.CRS84)
        .apply(new Bounds(crs, box[0], box[1], box[2], box[3]));
  }

  private GeometryColumn find(PublishRequest request, Caller caller) {
    List<GeometryColumn> found =
        tables.listGeometryColumns().stream()
            .filter(
                each ->
                    each.fullName().equals(request.table()) || each.table().equals(request.table()))
            .filter(each -> request.geometry().map(each.column()::equals).orElse(true))
            .filter(each -> open(caller, each))
            .toList();
    if (found.isEmpty()) {
      throw new RequestException(
          Fault.NOT_FOUND,
          "table",
          new LocalText(
              "沒有這個帳號可以讀取、且有幾何欄位的資料表或檢視表 " + RequestException.quote(request.table()),
              "there is no table or view %s with a geometry column%s that this account may read"
                  .formatted(
                      RequestException.quote(request.table()),
                      request
                          .geometry()
                          .map(each -> " " + RequestException.quote(each))
                          .orElse(""))));
    }
    if (found.size() > 1) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          found.get(0).fullName().equals(found.get(1).fullName()) ? "geometry" : "table",
          "table=%s may mean %s"
              .formatted(
                  RequestException.quote(request.table()),
                  found.stream()
                      .map(each -> each.fullName() + " (geometry " + each.column() + ")")
                      .collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  private void refuseOther(String name, GeometryColumn table) {
    layers
        .findExisting(name)
        .filter(
            there ->
                !there.schema().equals(Optional.of(table.schema()))
                    || !there.table().equals(Optional.of(table.table())))
        .ifPresent(
            there -> {
              throw new RequestException(
                  Fault.CONFLICT,
                  "name",
                  new LocalText(
                      "已有圖層 %s，資料不同；請用 --name 另取名稱".formatted(RequestException.quote(name)),
                      "there is a layer %s with other data; choose another --name (field name)"
                          .formatted(RequestException.quote(name))));
            });
  }

  private static Crs crs(GeometryColumn table, Content content) {
    Set<Integer> srids = new TreeSet<>(content.srids());
    if (srids.isEmpty()) {
      srids.add(table.srid());
    }
    if (srids.size() > 1) {
      throw new RequestException(
          Fault.UNKNOWN_CRS, "table", table.fullName() + " mixes the SRIDs " + srids);
    }
    int srid = srids.iterator().next();
    return Crs.findSrid(srid)
        .orElseThrow(
            () -> new RequestException(Fault.UNKNOWN_CRS, "table", unknownSystem(table, srid)));
  }

  private static LocalText unknownSystem(GeometryColumn table, int srid) {
    String allowed =
        Crs.listKnown().stream()
            .map(each -> Integer.toString(each.srid()))
            .distinct()
            .collect(Collectors.joining(", "));
    return srid == 0
        ? new LocalText(
            "%s 沒有註明坐標系統（SRID 0）；請以 UpdateGeometrySRID 設為 %s 之一"
                .formatted(table.fullName(), allowed),
            "%s does not say its coordinate system (SRID 0); set it with UpdateGeometrySRID to one of %s"
                .formatted(table.fullName(), allowed))
        : new LocalText(
            "%s 的 SRID 是 %d；可用的有 %s".formatted(table.fullName(), srid, allowed),
            "%s has SRID %d; allowed are %s".formatted(table.fullName(), srid, allowed));
  }

  private static LocalText noKey(GeometryColumn table) {
    return new LocalText(
        table.fullName() + " 沒有單一欄位的主鍵，也沒有唯一且非空值的欄位；請以 --key 指定",
        table.fullName()
            + " has no single column that is a primary key, or unique and not null; name one with"
            + " --key (field key)");
  }

  private Optional<Column> indexedKey(GeometryColumn table) {
    return tables.listIndexedKeys(table).stream()
        .filter(each -> PostGisTables.keyIsText(each).isPresent())
        .findFirst();
  }

  private Column key(GeometryColumn table, Optional<String> wanted) {
    List<Column> columns = tables.listColumns(table);
    if (wanted.isPresent()) {
      Column column =
          columns.stream()
              .filter(each -> each.name().equals(wanted.get()))
              .filter(each -> PostGisTables.keyIsText(each).isPresent())
              .findFirst()
              .orElseThrow(
                  () ->
                      RequestException.invalid(
                          "key", wanted.get(), "not a column of whole numbers or text"));
      boolean indexed = tables.listIndexedKeys(table).contains(column);
      if (!indexed && !tables.isUnique(table, column.name())) {
        throw RequestException.invalid(
            "key", wanted.get(), "its values are missing in some rows, or repeated");
      }
      return column;
    }
    return indexedKey(table)
        .or(
            () ->
                table.computed() && !tables.isEmpty(table)
                    ? provenKey(table, columns)
                    : Optional.empty())
        .orElseThrow(() -> new RequestException(Fault.INVALID_PARAMETER, "key", noKey(table)));
  }

  private Optional<Column> provenKey(GeometryColumn table, List<Column> columns) {
    List<Column> candidates = new ArrayList<>(columns);
    candidates.removeIf(each -> PostGisTables.keyIsText(each).isEmpty());
    candidates.sort(
        Comparator.comparing(each -> !USUAL_KEYS.contains(each.name().toLowerCase(Locale.ROOT))));
    return candidates.stream()
        .limit(MOST_PROOFS)
        .filter(each -> tables.isUnique(table, each.name()))
        .findFirst();
  }

  private List<Attribute> attributes(GeometryColumn table, Column key) {
    return tables.listColumns(table).stream()
        .filter(each -> !each.name().equals(key.name()) && !each.name().equals(table.column()))
        .flatMap(each -> PostGisTables.attribute(each).stream())
        .toList();
  }

  /** Empty for types that say nothing. */
  private static Optional<GeometryKind> kind(List<String> types) {
    Set<GeometryKind> kinds = new TreeSet<>();
    for (String type : types) {
      String plain = type.toUpperCase(Locale.ROOT).replaceAll("^MULTI|Z?M?$", "");
      switch (plain) {
        case "POINT" -> kinds.add(GeometryKind.POINT);
        case "LINESTRING", "CURVE", "COMPOUNDCURVE", "CIRCULARSTRING" ->
            kinds.add(GeometryKind.LINE);
        case "POLYGON", "SURFACE", "CURVEPOLYGON" -> kinds.add(GeometryKind.POLYGON);
        case "GEOMETRY" -> {
          return Optional.empty();
        }
        default -> kinds.add(GeometryKind.MIXED);
      }
    }
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(kinds.size() == 1 ? kinds.iterator().next() : GeometryKind.MIXED);
  }
}
