package org.tuguan.api.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;

/** {@code ./tuguan publish TABLE…}; without a table, lists what could be published. */
@Component
@SuppressWarnings("SystemOut")
class PublishCommand implements Command {
  private static final String HELP =
      """
      publish TABLE…   發布資料庫中既有的資料表或檢視表，不複製資料
                       publish tables and views where they lie; no TABLE: list them

        --geometry COLUMN  --key COLUMN  --name NAME
        --title TEXT  --title-en TEXT  --theme ID  --agency ID
        --attribution TEXT  --licence TEXT  --date 2026-01-31  --synthetic
        --access public|internal|restricted
      """;

  private final TablePublisher publisher;

  PublishCommand(TablePublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String usage() {
    return "publish TABLE…   發布既有資料表 publish tables that are in the database (publish --help)";
  }

  @Override
  public int run(List<String> args) {
    if (args.contains("--help")) {
      System.out.print(HELP);
      return 0;
    }
    CommandLine line = CommandLine.parse(args, Set.of("synthetic"));
    if (line.subjects().isEmpty()) {
      publisher.listTables(Caller.OPERATOR).forEach(PublishCommand::show);
      return 0;
    }
    int failed = 0;
    for (String table : line.subjects()) {
      Map<String, String> options = new LinkedHashMap<>(line.options());
      options.put("table", table);
      try {
        TablePublisher.Published done =
            publisher.publish(PublishOptions.parse(options), Caller.OPERATOR);
        System.out.printf(
            Locale.ROOT,
            "✓ %s：%s，%,d 筆 features，%s，key %s%n",
            done.table(),
            done.layer(),
            done.count(),
            done.crs(),
            done.key());
      } catch (RequestException e) {
        System.out.println("✗ " + e.text().both());
        failed++;
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private static void show(TablePublisher.TableJson table) {
    System.out.printf(
        "%s.%s (%s) %s %s%n",
        table.schema(),
        table.table(),
        table.geometryColumn(),
        table.published() == null ? "" : "→ " + table.published(),
        table.problem() == null ? "" : table.problem().both());
  }
}
