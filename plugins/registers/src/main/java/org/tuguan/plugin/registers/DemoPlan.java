package org.tuguan.plugin.registers;

import java.util.List;
import java.util.Map;

/**
 * How many made-up cases of a kind a whole year has, and how they end: spread evenly over the year.
 *
 * @param category empty for any
 * @param agency that answers for them; empty for any
 * @param good how many of them end well
 * @param goodState of those
 * @param otherState of the others: the same state if they are only late
 */
record DemoPlan(
    String register,
    String category,
    String agency,
    int cases,
    int good,
    String goodState,
    String otherState) {
  /** Near the targets of the plan of 2011, above some and below others. */
  static final List<DemoPlan> YEAR =
      List.of(
          new DemoPlan("petitions", "", "rdec", 420, 416, "closed", "closed"),
          new DemoPlan("petitions", "", "", 480, 452, "closed", "closed"),
          new DemoPlan("instructions", "", "", 212, 184, "released", "tracked"),
          new DemoPlan("resolutions", "", "", 40, 36, "answered", "open"),
          new DemoPlan("overseas-reports", "", "", 48, 42, "filed", "due"),
          new DemoPlan("research", "", "", 12, 9, "adopted", "awarded"),
          new DemoPlan("research", "", "", 6, 6, "not-awarded", "submitted"),
          new DemoPlan("papers", "", "rdec", 12, 10, "awarded", "not-awarded"),
          new DemoPlan("surveys", "phone", "rdec", 2, 2, "done", "planned"),
          new DemoPlan("surveys", "form", "rdec", 12, 12, "done", "planned"),
          new DemoPlan("opinion-boxes", "", "", 60, 56, "closed", "closed"),
          new DemoPlan("practices", "", "", 90, 37, "adopted", "not-adopted"),
          new DemoPlan("competitions", "", "rdec", 2, 2, "finished", "entered"),
          new DemoPlan("smart-documents", "", "rdec", 1, 1, "done", "drafting"),
          new DemoPlan("official-documents", "normal", "", 60, 55, "closed", "closed"),
          new DemoPlan("official-documents", "self-check", "rdec", 2, 2, "closed", "handling"),
          new DemoPlan("safety-meetings", "meeting", "", 12, 12, "followed", "called"),
          new DemoPlan("safety-meetings", "inspection", "", 24, 21, "followed", "followed"),
          new DemoPlan("university-forum", "", "", 24, 20, "closed", "open"),
          new DemoPlan("service-audits", "", "", 36, 33, "improved", "improved"),
          new DemoPlan("calls-1999", "", "", 400, 388, "closed", "closed"),
          new DemoPlan("inspections", "", "", 10, 8, "released", "tracked"),
          new DemoPlan("smart-systems", "", "", 20, 16, "built", "planned"));

  private static final Map<String, List<String>> TITLES =
      Map.ofEntries(
          Map.entry(
              "petitions", List.of("路燈不亮", "人行道破損", "夜間噪音", "公車班次不足", "公園設施建議", "違規停車", "水溝堵塞")),
          Map.entry("instructions", List.of("加速市政資料整合", "檢討行人安全", "改善易淹水路段", "辦理便民服務簡化")),
          Map.entry("resolutions", List.of("請增設社區公園", "請改善通學步道", "請公開工程進度")),
          Map.entry("overseas-reports", List.of("智慧城市考察", "城市交流訪問", "國際研討會", "交通建設考察")),
          Map.entry("research", List.of("便民服務滿意度研究", "公文時效分析", "圖資應用研究")),
          Map.entry("papers", List.of("都市綠地可及性研究", "公共運輸轉乘研究", "高齡友善社區研究")),
          Map.entry("surveys", List.of("施政滿意度調查")),
          Map.entry("opinion-boxes", List.of("服務臺動線", "等候時間", "洽公環境")),
          Map.entry("practices", List.of("公共自行車", "行動市政服務", "開放資料平臺", "共融公園", "公車動態資訊")),
          Map.entry("competitions", List.of("智慧城市評選", "電子治理競賽")),
          Map.entry("smart-documents", List.of("資訊化推動委員會設置要點")),
          Map.entry("official-documents", List.of("函復陳情事項", "函轉中央規定", "檢送會議紀錄")),
          Map.entry("safety-meetings", List.of("公共安全督導會報", "旅宿聯合稽查", "營業場所聯合稽查")),
          Map.entry("university-forum", List.of("校園周邊交通", "實習合作", "創新育成")),
          Map.entry("service-audits", List.of("服務中心稽核", "電話禮貌稽核")),
          Map.entry("calls-1999", List.of("路樹倒伏", "道路坑洞", "號誌故障", "活動諮詢", "流浪動物", "積水通報")),
          Map.entry("inspections", List.of("巡察意見")),
          Map.entry("smart-systems", List.of("雨量監測站", "智慧路燈", "停車導引", "空氣品質感測器")));

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "meeting", List.of("第 12 次市政會議", "第 27 次市政會議", "第 40 次市政會議"),
          "session", List.of("第 1 屆第 1 次定期會", "第 1 屆第 2 次定期會"),
          "destination", List.of("日本東京", "新加坡", "美國西雅圖", "韓國首爾", "荷蘭鹿特丹"),
          "author", List.of("示範研究員甲", "示範研究員乙", "示範研究員丙"),
          "university", List.of("示範大學", "示範科技大學", "示範學院"),
          "authority", List.of("監察院", "內政部"),
          "box", List.of("陽明大樓", "臺灣大道市政大樓", "州廳"),
          "kind", List.of("感測網路", "資訊看板"),
          "document", List.of("府授研字第 1000000001 號", "府授研字第 1000000002 號"));

  boolean onlyLate() {
    return goodState.equals(otherState);
  }

  /** Spread evenly: of the first i+1 cases, their share ends well. */
  boolean good(int i) {
    return (i + 1) * good / cases > i * good / cases;
  }

  String title(int i) {
    List<String> titles = TITLES.get(register);
    return titles.get(i % titles.size()) + "（示範）";
  }

  static String word(String field, int i) {
    List<String> words = WORDS.getOrDefault(field, List.of("示範"));
    return words.get(i % words.size());
  }
}
