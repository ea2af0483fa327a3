package org.tuguan.api.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.Command;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.TestDatabase;
import org.tuguan.core.issuing.ApplicationState;

/** The demonstration's applications, in the smallest city that the command makes. */
class DemoOrdersTest {
  private static final List<String> SMALL =
      List.of("--buildings", "0", "--roads", "0", "--poi", "0", "--wifi", "0");

  @TempDir static Path home;
  private static TestDatabase database;
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void make() {
    database = TestDatabase.create();
    context =
        new SpringApplicationBuilder(TuguanApplication.class)
            .web(WebApplicationType.NONE)
            .initializers(
                made ->
                    made.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("demo", settings())))
            .run();
    assertThat(demo()).isZero();
  }

  private static Map<String, Object> settings() {
    return Map.of(
        "spring.datasource.url", database.url(),
        "spring.datasource.username", TestDatabase.user(),
        "spring.datasource.password", TestDatabase.password(),
        "db-scheduler.enabled", "false",
        "tuguan.home", home.toString(),
        "tuguan.demo", "true");
  }

  @AfterAll
  static void drop() {
    context.close();
    database.close();
  }

  private static int demo() {
    return Command.run(commands(), "demo", SMALL);
  }

  private static List<Command> commands() {
    return List.copyOf(context.getBeansOfType(Command.class).values());
  }

  private static long count(String sql) {
    return context.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  @Test
  void everyStateInWhichSomebodyMayFindAnApplicationIsThere() {
    List<String> passed = List.of("APPROVED", "PAYMENT_UNKNOWN", "PRODUCING");
    assertThat(
            context
                .getBean(JdbcClient.class)
                .sql("SELECT DISTINCT state FROM tuguan.application")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ApplicationState.values())
                .map(Enum::name)
                .filter(each -> !passed.contains(each))
                .toList());
    assertThat(count("SELECT count(*) FROM tuguan.application WHERE purpose NOT LIKE '示範：%'"))
        .isZero();
  }

  /** Of layers without any data nothing can be asked for. */
  @Test
  void whatTheCityDoesNotHaveIsNotAskedFor() {
    assertThat(count("SELECT count(*) FROM layers.parks")).isZero();
    assertThat(count("SELECT count(*) FROM tuguan.application_layer WHERE layer = 'parks'"))
        .isZero();
    assertThat(count("SELECT count(*) FROM tuguan.application")).isEqualTo(18);
  }

  @Test
  void booksQuotesAndTheTrailAgree() {
    for (String check : List.of("payments", "quotes", "trail")) {
      assertThat(Command.run(commands(), "audit", List.of(check))).as(check).isZero();
    }
  }

  /** Numbers run with time, and nothing happens after now or where an office is closed. */
  @Test
  void timeRunsForwards() {
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT day < lag(day) OVER (ORDER BY number) AS back FROM tuguan.receipt) AS r WHERE back"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT created < lag(created) OVER (ORDER BY number) AS back FROM tuguan.application) AS a WHERE back"))
        .isZero();
    assertThat(count("SELECT count(*) FROM tuguan.application_event WHERE at > now()")).isZero();
    assertThat(
            count(
                "SELECT count(*) FROM tuguan.application_event WHERE extract(hour FROM at AT TIME ZONE 'Asia/Taipei') NOT BETWEEN 9 AND 17"))
        .isZero();
  }

  @Test
  void madeAgainItAddsNothing() {
    String sums =
        "SELECT (SELECT count(*) FROM tuguan.application) * 1000000 + (SELECT count(*) FROM tuguan.ledger_entry) * 1000"
            + " + (SELECT count(*) FROM tuguan.account)";
    long before = count(sums);
    assertThat(context.getBean(DemoOrders.class).write()).isTrue();
    assertThat(count(sums)).isEqualTo(before);
  }

  @Test
  void moneyIsHeldToBeGivenBackAndForgone() {
    assertThat(count("SELECT count(*) FROM tuguan.remittance WHERE finding = 'UNKNOWN_REFERENCE'"))
        .isEqualTo(1);
    assertThat(count("SELECT count(*) FROM tuguan.refund WHERE paid_out IS NULL")).isEqualTo(1);
    assertThat(count("SELECT count(DISTINCT article) FROM tuguan.fee_forgone"))
        .isGreaterThanOrEqualTo(3);
    assertThat(count("SELECT count(DISTINCT method) FROM tuguan.payment WHERE state = 'PAID'"))
        .isEqualTo(2);
  }
}
