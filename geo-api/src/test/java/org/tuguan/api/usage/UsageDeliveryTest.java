package org.tuguan.api.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.wms.BlueLakeServer;
import org.tuguan.core.sharing.UsageArea;
import org.tuguan.core.sharing.UsageParty;
import org.tuguan.core.sharing.UsageRecord;
import org.tuguan.core.sharing.UseClass;
import org.tuguan.core.sharing.UseOutcome;
import org.tuguan.core.sharing.UsedOperation;
import org.tuguan.core.sharing.ledger.JournalBatch;
import org.tuguan.core.sharing.ledger.JournalReader;
import org.tuguan.core.sharing.ledger.UsageGap;
import org.tuguan.core.sharing.ledger.UsageJournal;
import org.tuguan.core.sharing.ledger.UsageLine;

/** Batches arrive once, and sums are always those of the records. */
@BlueLakeServer
class UsageDeliveryTest {
  /** Long ago, so that nothing else is in these months: 1 February 1999, 0:00 in Taipei. */
  private static final Instant START = Instant.parse("1999-01-31T16:00:00Z");

  @Autowired private JdbcUsageDelivery delivery;
  @Autowired private JdbcUsageUpkeep months;
  @Autowired private JdbcClient jdbc;
  @Autowired private UsageProperties properties;
  @TempDir private Path root;
  private final Random random = new Random(4);
  private UsageJournal journal;
  private JournalReader reader;

  @BeforeEach
  void begin() throws Exception {
    journal = UsageJournal.begin(root, UUID.randomUUID(), 1 << 24);
    reader = JournalReader.of(root, journal);
    for (YearMonth month : months.listMonths()) {
      if (month.getYear() == 1999) {
        months.drop(month);
      }
    }
    jdbc.sql("DELETE FROM tuguan.usage_day WHERE day < '2000-01-01'").update();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private UsageRecord record() {
    UsageParty party =
        any(
            List.of(
                UsageParty.ANONYMOUS,
                new UsageParty(
                    Optional.of("pw"),
                    Optional.empty(),
                    Optional.of("it's\ta \\ 名"),
                    Optional.empty()),
                new UsageParty(
                    Optional.empty(), Optional.of(3L), Optional.empty(), Optional.of(9L))));
    return new UsageRecord(
        UUID.randomUUID(),
        START.plusSeconds(random.nextInt(40 * 86_400)),
        party,
        any(List.of("roads", "parks", "圖層")),
        any(
            List.of(
                new UsedOperation("WMS", "GetMap", "png"),
                new UsedOperation("XYZ", "tile", "mvt"))),
        new UsageRecord.Measure(
            1 + random.nextInt(3),
            random.nextInt(5),
            random.nextInt(10_000),
            Duration.ofNanos(random.nextInt(1_000_000))),
        any(List.of(UseOutcome.values())),
        any(List.of(Optional.empty(), Optional.of(new UsageArea(120, 24, 120.5, 24.25)))),
        any(List.of(UseClass.values())),
        1);
  }

  private List<UsageRecord> write(int count) throws Exception {
    List<UsageRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record());
    }
    journal.append(records.stream().map(UsageLine::of).toList(), List.of());
    return records;
  }

  private long count() {
    return jdbc.sql("SELECT count(*) FROM tuguan.usage_record WHERE at < '2000-01-01'")
        .query(Long.class)
        .single();
  }

  @Test
  void sumsOfDaysAreThoseOfTheRecordsWhateverTheBatches() throws Exception {
    long uses = 0;
    for (int i = 0; i < 25; i++) {
      uses += write(1 + random.nextInt(60)).stream().mapToLong(each -> each.measure().uses()).sum();
      JournalBatch batch = reader.next().orElseThrow();
      delivery.deliver(batch);
      reader.delivered(batch);
      for (YearMonth month : List.of(YearMonth.of(1999, 2), YearMonth.of(1999, 3))) {
        if (months.listMonths().contains(month)) {
          JdbcUsageUpkeep.Comparison found = months.compare(month);
          assertThat(found.same()).isEqualTo(found.sums()).isPositive();
        }
      }
    }
    assertThat(
            jdbc.sql("SELECT sum(uses) FROM tuguan.usage_day WHERE day < '2000-01-01'")
                .query(Long.class)
                .single())
        .isEqualTo(uses);
    assertThat(months.listMonths()).contains(YearMonth.of(1999, 2), YearMonth.of(1999, 3));
    assertThat(months.listMonths()).doesNotContain(YearMonth.of(1999, 1));
  }

  @Test
  void aSumThatWasTamperedWithIsFound() throws Exception {
    write(50);
    delivery.deliver(reader.next().orElseThrow());
    jdbc.sql(
            "UPDATE tuguan.usage_day SET uses = uses + 1 WHERE day = (SELECT min(day) FROM tuguan.usage_day)")
        .update();

    JdbcUsageUpkeep.Comparison found = months.compare(YearMonth.of(1999, 2));
    assertThat(found.same()).isLessThan(found.sums());
    assertThat(found.first()).isNotNull();
  }

  @Test
  void aBatchWhoseArrivalWasNotHeardOfDoesNotArriveTwice() throws Exception {
    write(10);
    JournalBatch batch = reader.next().orElseThrow();
    delivery.deliver(batch);

    assertThatThrownBy(() -> delivery.deliver(batch)).isInstanceOf(IllegalStateException.class);
    assertThat(count()).isEqualTo(10);

    write(5);
    reader.resume(delivery.delivered(journal.run()));
    JournalBatch rest = reader.next().orElseThrow();
    delivery.deliver(rest);
    assertThat(count()).isEqualTo(15);
  }

  @Test
  void aBatchThatCannotArriveWholeDoesNotArriveAtAll() throws Exception {
    write(5);
    journal.append(List.of("not a row"), List.of());
    JournalBatch batch = reader.next().orElseThrow();

    assertThatThrownBy(() -> delivery.deliver(batch)).isInstanceOf(RuntimeException.class);
    assertThat(count()).isZero();
    assertThat(delivery.delivered(journal.run())).isZero();
  }

  @Test
  void aRecordIsStoredAsItWas() throws Exception {
    UsageRecord record =
        new UsageRecord(
            UUID.randomUUID(),
            START,
            new UsageParty(
                Optional.of("pw"), Optional.empty(), Optional.of("a\\b\t\n\r中\0"), Optional.of(2L)),
            "圖,\"層",
            new UsedOperation("WMS", "GetMap", "png"),
            new UsageRecord.Measure(1, 1, 2, Duration.ofMillis(3)),
            UseOutcome.OK,
            Optional.of(new UsageArea(120.123456, 24, 121, 25)),
            UseClass.OWN_TEST,
            7);
    journal.append(List.of(UsageLine.of(record)), List.of());
    delivery.deliver(reader.next().orElseThrow());

    var row =
        jdbc.sql("SELECT * FROM tuguan.usage_record WHERE at < '2000-01-01'").query().singleRow();
    assertThat(row.get("account")).isEqualTo("a\\b\t\n\r中 ");
    assertThat(row.get("layer")).isEqualTo("圖,\"層");
    assertThat(row.get("request")).isEqualTo(record.request());
    assertThat(row.get("key")).isEqualTo(2L);
    assertThat(row.get("partner")).isNull();
    assertThat(row.get("micros")).isEqualTo(3000L);
    assertThat(row.get("class")).isEqualTo("own-test");
    assertThat(row.get("rules")).isEqualTo(7);
    assertThat(row.get("west")).isEqualTo(120.12346);
  }

  @Test
  void gapsArriveToo() throws Exception {
    UsageGap gap =
        new UsageGap(START, START.plusSeconds(2), OptionalLong.of(12), UsageGap.Cause.JOURNAL_FULL);
    journal.append(List.of(), List.of(UsageLine.of(gap)));
    delivery.deliver(reader.next().orElseThrow());

    assertThat(
            jdbc.sql("SELECT cause || ' ' || records FROM tuguan.usage_gap WHERE run = ?")
                .param(journal.run())
                .query(String.class)
                .single())
        .isEqualTo("journal-full 12");
  }

  @Test
  void whatIsTooOldGoesAndTheSumsStay() throws Exception {
    long uses = write(200).stream().mapToLong(each -> each.measure().uses()).sum();
    delivery.deliver(reader.next().orElseThrow());
    YearMonth february = YearMonth.of(1999, 2);

    UsageUpkeep.run(months, properties, february.plusMonths(7));
    assertThat(months.listMonths()).contains(february);
    assertThat(named("1999-02-28")).isZero();

    UsageUpkeep.run(months, properties, february.plusMonths(26));
    assertThat(months.listMonths()).doesNotContain(february).contains(february.plusMonths(28));
    assertThat(
            jdbc.sql("SELECT sum(uses) FROM tuguan.usage_day WHERE day < '2000-01-01'")
                .query(Long.class)
                .single())
        .isEqualTo(uses);
  }

  private long named(String before) {
    return jdbc.sql("SELECT count(account) FROM tuguan.usage_record WHERE at < ?::date")
        .param(before)
        .query(Long.class)
        .single();
  }
}
