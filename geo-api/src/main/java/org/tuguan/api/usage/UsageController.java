package org.tuguan.api.usage;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.sharing.Agency;
import org.tuguan.core.sharing.UseClass;

/**
 * {@code GET /api/v1/usage?from=&to=&by=&layer=&agency=&key=&class=&format=}: how much was used, as
 * far as the caller may know it. {@code audience=public} tells anybody what everyone is told.
 */
@RestController
class UsageController {
  private final JdbcUsage usage;
  private final CatalogStore catalogs;
  private final ObjectProvider<UsageState> state;
  private final int rules;
  private final Clock clock;

  UsageController(
      JdbcUsage usage,
      CatalogStore catalogs,
      ObjectProvider<UsageState> state,
      UsageProperties properties,
      Clock clock) {
    this.usage = usage;
    this.catalogs = catalogs;
    this.state = state;
    this.rules = UseRulesFile.read(properties.rules()).version();
    this.clock = clock;
  }

  @GetMapping("/api/v1/usage")
  ResponseEntity<?> usage(@RequestParam Map<String, String> given) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    UsageScope scope =
        "public".equals(given.get("audience"))
            ? UsageScope.ofEveryone(catalogs)
            : UsageScope.of(Callers.current(), catalogs);
    UsageJson answer = answer(UsageQuery.parse(given, today), scope);
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    return switch (given.getOrDefault("format", "json")) {
      case "json" -> ok.body(answer);
      case "csv" ->
          ok.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
              .header(HttpHeaders.CONTENT_DISPOSITION, file(answer))
              .body(UsageCsv.write(answer));
      default ->
          throw new RequestException(
              Fault.UNKNOWN_FORMAT, "format", "format: allowed are json and csv");
    };
  }

  private static String file(UsageJson answer) {
    return ContentDisposition.attachment()
        .filename("usage-%s-%s-%s.csv".formatted(answer.by(), answer.from(), answer.to()))
        .build()
        .toString();
  }

  private UsageJson answer(UsageQuery asked, UsageScope scope) {
    UsageQuery query = asked;
    List<PublicUsage.Line> lines;
    if (scope instanceof UsageScope.Public open) {
      query = asked.inWholeMonths();
      lines = toEveryone(query, open);
    } else {
      lines = usage.list(query, scope).stream().map(PublicUsage.Line::of).toList();
    }
    UsageGrouping by = query.by();
    return new UsageJson(
        query.from(),
        query.to(),
        by.code(),
        scope.code(),
        query.useClass().map(UseClass::code).orElse(null),
        UsageJson.METHOD,
        rules,
        state.stream().findFirst().map(each -> each.now().caughtUp()).orElse(clock.instant()),
        usage.gaps(query.from(), query.to()),
        scope instanceof UsageScope.Public ? PublicUsage.FEWEST : null,
        lines.stream().map(line -> row(by, line)).toList(),
        total(lines));
  }

  private List<PublicUsage.Line> toEveryone(UsageQuery query, UsageScope.Public scope) {
    if (query.agency().isPresent()
        || query.key().isPresent()
        || !query.useClass().equals(Optional.of(UseClass.USE))) {
      throw forAccounts("agency, key and class");
    }
    if (query.by() == UsageGrouping.LAYER) {
      return PublicUsage.byLayer(usage.listCells(query, scope));
    }
    if (query.by() == UsageGrouping.MONTH && query.layer().isPresent()) {
      return PublicUsage.byMonth(usage.listCells(query, scope));
    }
    throw forAccounts("by=" + query.by().code());
  }

  private static RequestException forAccounts(String what) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        "by",
        new LocalText(
            "公開資料僅提供 by=layer，以及指定 layer 的 by=month；其餘請先登入",
            what
                + ": the public is told by=layer, and by=month of one layer; sign in for the rest"));
  }

  private UsageJson.Row row(UsageGrouping by, PublicUsage.Line line) {
    String id = line.id().orElse(null);
    return new UsageJson.Row(
        id,
        name(by, id),
        line.sum().map(UsageSum::uses).orElse(null),
        line.sum().map(UsageSum::count).orElse(null),
        line.sum().map(UsageSum::bytes).orElse(null),
        line.sum().map(sum -> Long.toString(sum.uses())).orElse("<" + PublicUsage.FEWEST));
  }

  private LocalText name(UsageGrouping by, String id) {
    if (by == UsageGrouping.LAYER) {
      return catalogs.catalog().findLayer(id).map(Layer::title).orElse(null);
    }
    if (by == UsageGrouping.AGENCY && id != null) {
      return catalogs.catalog().findAgency(id).map(Agency::name).orElse(null);
    }
    return null;
  }

  private static UsageJson.Total total(List<PublicUsage.Line> lines) {
    UsageSum total =
        lines.stream()
            .flatMap(line -> line.sum().stream())
            .reduce(new UsageSum(Optional.empty(), 0, 0, 0), UsageSum::plus);
    return new UsageJson.Total(total.uses(), total.count(), total.bytes());
  }
}
