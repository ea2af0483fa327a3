package org.tuguan.api.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;

/** Writes what the demonstration shares. The transaction is the caller's. */
@Repository
class JdbcDemoSharing {
  /** Months for which single records of use are made too, as the ledger would have them. */
  private static final int MONTHS_OF_RECORDS = 12;

  private static final String PARTNER =
      """
      INSERT INTO tuguan.partner (name, applicant_class, demo)
      SELECT '示範大學空間資訊系 Demo University', 'public_school', true
      WHERE NOT EXISTS (SELECT FROM tuguan.partner WHERE name = '示範大學空間資訊系 Demo University')
      """;

  /** Number, giver, taker, first and last day; ended ones have their last day before today. */
  private static final String AGREEMENTS =
      """
      INSERT INTO tuguan.agreement (number, state, agency, with_agency, with_partner, purpose, legal_ground, approval,
        valid_from, valid_until, first_day, last_day, demo, created, created_by, changed)
      SELECT 'S-DEMO-' || number,
        CASE WHEN until < :today THEN 'ENDED' ELSE 'IN_FORCE' END, giver, taker,
        CASE WHEN taker IS NULL THEN (SELECT max(id) FROM tuguan.partner WHERE name = '示範大學空間資訊系 Demo University') END,
        purpose, '臺中市政府提供地理資訊收費標準第7條（互惠）', '府授研字第' || number || '號（示範）',
        since, until, since, CASE WHEN until < :today THEN until END, true, :now, 'system', :now
      FROM (VALUES
        ('01', 'construction', 'transportation', DATE '2011-01-10', DATE '2030-12-31', '道路挖掘與號誌協調'),
        ('02', 'construction', 'fire', DATE '2011-01-24', DATE '2030-12-31', '消防水源與人孔盤點'),
        ('03', 'construction', 'land', DATE '2011-02-14', DATE '2030-12-31', '地籍與道路界線套疊'),
        ('04', 'construction', 'urban-development', DATE '2011-03-07', DATE '2030-12-31', '都市計畫公共設施檢討'),
        ('05', 'construction', 'police', DATE '2011-03-21', DATE '2030-12-31', '事故地點與路面缺失比對'),
        ('06', 'construction', 'environment', DATE '2011-04-18', DATE '2030-12-31', '雨污水管線清查'),
        ('07', 'construction', 'civil-affairs', DATE '2011-05-09', DATE '2030-12-31', '里鄰巡檢通報'),
        ('08', 'construction', 'agriculture', DATE '2011-06-13', DATE '2030-12-31', '農路與排水維護'),
        ('09', 'construction', 'health', DATE '2011-07-11', DATE '2030-12-31', '登革熱孳生源清除'),
        ('10', 'construction', 'economic-development', DATE '2011-08-15', DATE '2030-12-31', '工業區公共設施管理'),
        ('11', 'construction', 'local-tax', DATE '2011-09-12', DATE '2030-12-31', '房屋稅地段調整評估'),
        ('12', 'construction', 'rdec', DATE '2011-10-03', DATE '2030-12-31', '施政管考地圖'),
        ('13', 'transportation', 'construction', DATE '2011-10-24', DATE '2030-12-31', '捷運沿線施工協調'),
        ('14', 'construction', 'information', DATE '2011-11-21', DATE '2030-12-31', '市政地圖出版'),
        ('15', 'construction', 'water-resources', DATE '2012-06-01', DATE '2030-12-31', '雨水下水道圖資交換'),
        ('16', 'construction', 'labor', DATE '2013-03-01', DATE '2016-02-29', '施工安全檢查'),
        ('17', 'land', 'budget', DATE '2015-01-05', DATE '2030-12-31', '統計分區地形分析'),
        ('18', 'construction', 'digital', DATE '2024-12-02', DATE '2030-12-31', '智慧城市平臺'),
        ('19', 'construction', 'metro', DATE '2025-02-03', CAST(:today AS date) + 20, '捷運管線遷移'),
        ('20', 'construction', 'tourism', CAST(:today AS date) - 30, CAST(:today AS date) + 700, '步道與景點維護'),
        ('21', 'water-resources', NULL, CAST(:today AS date) - 200, CAST(:today AS date) + 165, '淹水模擬研究（學術互惠）')
      ) AS given (number, giver, taker, since, until, purpose)
      """;

  private static final String DRAFT =
      """
      INSERT INTO tuguan.agreement (number, state, agency, with_agency, purpose, legal_ground, valid_from, valid_until,
        demo, created, created_by, changed)
      VALUES ('S-DEMO-22', 'DRAFT', 'construction', 'culture', '文化資產周邊管線保護',
        '臺中市政府提供地理資訊收費標準第7條（互惠）', CAST(:today AS date), CAST(:today AS date) + 364, true, :now, 'system', :now)
      """;

  /** Sides give what is theirs: construction its manholes to all, some more; some give back. */
  private static final String LAYERS =
      """
      INSERT INTO tuguan.agreement_layer (agreement, position, direction, layer, title, rights, value_twd, value_note)
      SELECT l.agreement, row_number() OVER (PARTITION BY l.agreement ORDER BY l.direction, l.layer) - 1, l.direction, l.layer,
        l.title, '{DOWNLOAD,QUERY,VIEW}', l.value, l.note
      FROM (
        SELECT g.id AS agreement, 'GIVEN' AS direction, y.name AS layer, y.title_zh AS title,
          CASE y.name WHEN 'manholes' THEN 180000 WHEN 'road-defects' THEN 95000 ELSE 240000 END AS value,
          '示範估值 demonstration' AS note
        FROM tuguan.agreement g JOIN tuguan.layer y ON y.agency = g.agency AND (
          y.name IN ('manholes', 'metro', 'rivers', 'elevation')
          OR y.name = 'road-defects' AND g.with_agency IN ('police', 'transportation'))
        WHERE g.demo
        UNION ALL
        SELECT g.id, 'RECEIVED', y.name, y.title_zh, 220000, '示範估值 demonstration'
        FROM tuguan.agreement g JOIN tuguan.layer y
          ON y.agency = g.with_agency AND y.name IN ('metro', 'rivers', 'elevation')
        WHERE g.demo AND g.agency = 'construction'
        UNION ALL
        SELECT id, 'RECEIVED', NULL, '空拍正射影像與雨量站資料', 600000, '合作單位申報 declared by the partner'
        FROM tuguan.agreement WHERE demo AND with_partner IS NOT NULL
      ) AS l
      """;

  private static final String EVENTS =
      """
      INSERT INTO tuguan.agreement_event (agreement, at, actor, kind, reason)
      SELECT id, day::timestamp AT TIME ZONE 'Asia/Taipei', 'system', kind, reason
      FROM tuguan.agreement CROSS JOIN LATERAL (VALUES
        (valid_from, 'DRAFT', '示範資料 demonstration'), (first_day, 'SIGNED', approval), (first_day, 'IN_FORCE', ''),
        (last_day, 'ENDED', '期間屆滿 its time is over')) AS steps (day, kind, reason)
      WHERE demo AND day IS NOT NULL
      """;

  /** On the tenth of each month, each taker; tourism has not used anything yet. */
  private static final String USES =
      """
      SELECT day, a.agency, a.partner, a.layer, (3 + (a.agreement * 7 + extract(month FROM day)::int * 5) % 40)::bigint AS uses
      FROM tuguan.agreement_access a JOIN tuguan.agreement g ON g.id = a.agreement
      CROSS JOIN LATERAL (
        SELECT (date_trunc('month', a.first_day) + make_interval(months => n, days => 9))::date AS day
        FROM generate_series(1, 400) AS n) AS days
      WHERE g.demo AND a.agency IS DISTINCT FROM 'tourism' AND day < :today AND day <= coalesce(a.last_day, day)
      UNION ALL
      SELECT (date_trunc('month', CAST(:today AS date)) - make_interval(months => n) + interval '11 days')::date, 'social-affairs', NULL, 'rivers', 12 + n
      FROM generate_series(1, 6) AS n
      """;

  private static final String ROOM =
      "SELECT tuguan.usage_partition((date_trunc('month', CAST(:today AS date)) - make_interval(months => n))::date) FROM generate_series(0, :months) AS n";

  private static final String RECORDS =
      """
      INSERT INTO tuguan.usage_record (at, request, agency, partner, layer, service, operation, format, uses, count, bytes,
        micros, outcome, class, rules)
      SELECT day::timestamp AT TIME ZONE 'Asia/Taipei' + interval '10 hours', gen_random_uuid(), agency, partner, layer,
        'DEMO', 'demonstration', 'none', uses, uses, uses * 20000, 0, 'ok', 'use', 1
      FROM (%s) AS used
      WHERE to_regclass('tuguan.' || tuguan.usage_partition_name(date_trunc('month', day)::date)) IS NOT NULL
      """
          .formatted(USES);

  private static final String DAYS =
      """
      INSERT INTO tuguan.usage_day AS known (day, agency, partner, layer, service, operation, class, uses, count, bytes)
      SELECT day, agency, partner, layer, 'DEMO', 'demonstration', 'use', sum(uses), sum(uses), sum(uses) * 20000
      FROM (%s) AS used GROUP BY day, agency, partner, layer
      ON CONFLICT (day, layer, class, service, operation, agency, partner, key) DO UPDATE
      SET uses = known.uses + excluded.uses, count = known.count + excluded.count, bytes = known.bytes + excluded.bytes
      """
          .formatted(USES);

  private static final String REQUESTS =
      """
      INSERT INTO tuguan.layer_request (number, layer, title, owner, from_agency, purpose, state, due, reason, demo,
        created, created_by, answered, answered_by)
      VALUES
        ('R-DEMO-1', 'road-defects', '道路缺失（模擬資料）', 'construction', 'education', '通學路線安全檢視', 'OPEN', CAST(:today AS date) + 9, '',
         true, :now, 'system', NULL, NULL),
        ('R-DEMO-2', 'road-defects', '道路缺失（模擬資料）', 'construction', 'legal', '國家賠償案件參考', 'REFUSED', CAST(:today AS date) - 40,
         '個案資料請以公文逐案調閱', true, CAST(:now AS timestamptz) - interval '55 days', 'system', CAST(:now AS timestamptz) - interval '45 days', 'system')
      """;

  private final JdbcClient jdbc;

  JdbcDemoSharing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isThere() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM tuguan.agreement WHERE demo)")
        .query(Boolean.class)
        .single();
  }

  /**
   * @return number of agreements and requests
   */
  long write(LocalDate today, Instant now) {
    jdbc.sql(PARTNER).update();
    long written = run(AGREEMENTS, today, now) + run(DRAFT, today, now);
    jdbc.sql(LAYERS).update();
    jdbc.sql(EVENTS).update();
    jdbc.sql(ROOM)
        .param("today", today)
        .param("months", MONTHS_OF_RECORDS)
        .query((row, i) -> 0)
        .list();
    jdbc.sql(RECORDS).param("today", today).update();
    jdbc.sql(DAYS).param("today", today).update();
    return written + run(REQUESTS, today, now);
  }

  private long run(String sql, LocalDate today, Instant now) {
    return jdbc.sql(sql).param("today", today).param("now", Rows.at(now)).update();
  }
}
