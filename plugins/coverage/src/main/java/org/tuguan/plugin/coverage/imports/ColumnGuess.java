package org.tuguan.plugin.coverage.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column is likely to stand for what, by its name in Chinese or English. Names are compared
 * without case, blanks and punctuation: first whole names in the order of our list, then those that
 * contain one of our Chinese words, the shortest first. Nothing is ever decided by it: people see
 * the guess and change it.
 */
public final class ColumnGuess {
  private static final Map<String, List<String>> STATIONS =
      table(
          "id: id stationid siteid apid cellid apno 編號 站號 站臺編號 站台編號 基地臺編號 基地台編號 熱點編號 點位編號",
          "name: name namezh sitename sitezh stationname hotspot hotspotname 名稱 熱點名稱 站名 點位名稱 場所名稱 地點 設置地點 ssid",
          "operator: operator agency company carrier provider isp owner 營運 營運商 營運者 業者 電信業者 電信公司 管理機關 主管機關 機關 提供單位 單位",
          "technology: technology tech rat networktype generation 技術 網路類型 通訊技術 制式 系統",
          "band_mhz: bandmhz band frequencymhz freqmhz frequency freq 頻率 頻段 頻帶",
          "eirp_dbm: eirpdbm eirp powerdbm txpower power 輻射功率 發射功率 功率",
          "height_m: heightm antennaheight height 天線高度 天線高 高度",
          "radius_m: radiusm radius coverageradius range reach 涵蓋半徑 服務半徑 半徑 涵蓋距離",
          "model: propagationmodel 傳播模式 傳播模型",
          "valid_from: validfrom startdate opened installed installdate 啟用日期 啟用日 開始日期 設置日期 建置日期 起始日",
          "valid_until: validuntil enddate closed removed 停用日期 停用日 終止日期 結束日期 拆除日期",
          "built: built isbuilt 已建置 是否建置 建置狀態 建置情形");
  private static final Map<String, List<String>> CENSUS =
      table(
          "code: villcode villagecode codebase statcode basecode areacode code 最小統計區代碼 統計區代碼 村里代碼 代碼 id",
          "people: people population pop pcnt totalpopulation residents persons 人口數 人口 總人口數 總人口 常住人口",
          "village_code: villcode villagecode 村里代碼",
          "village_name: villname villagename namezh 村里名稱 村里名 村里 里名",
          "district_code: towncode districtcode townid 鄉鎮市區代碼 行政區代碼 區代碼",
          "district_name: townname townzh districtname 鄉鎮市區 行政區 區域 區名");

  /** Parts of people: never the whole. */
  private static final List<String> PARTS = List.of("男", "女", "歲", "密度", "戶");

  private ColumnGuess() {}

  private static Map<String, List<String>> table(String... lines) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split(": ");
      words.put(parts[0], List.of(parts[1].split(" ")));
    }
    return words;
  }

  /** Columns of stations by our name, among those there are. */
  public static Map<String, String> stations(List<String> names) {
    return guess(STATIONS, names);
  }

  /** Columns of areas with people, or of a table of people, by our name. */
  public static Map<String, String> census(List<String> names) {
    return guess(CENSUS, names);
  }

  private static Map<String, String> guess(Map<String, List<String>> words, List<String> names) {
    Map<String, String> guess = new LinkedHashMap<>();
    words.forEach((ours, known) -> find(known, names).ifPresent(name -> guess.put(ours, name)));
    return guess;
  }

  private static Optional<String> find(List<String> known, List<String> names) {
    for (String word : known) {
      for (String name : names) {
        if (bare(name).equals(word)) {
          return Optional.of(name);
        }
      }
    }
    List<String> containing = new ArrayList<>();
    for (String name : names) {
      String bare = bare(name);
      if (PARTS.stream().noneMatch(bare::contains)
          && known.stream().anyMatch(word -> isChinese(word) && bare.contains(word))) {
        containing.add(name);
      }
    }
    return containing.stream().min((a, b) -> Integer.compare(a.length(), b.length()));
  }

  private static boolean isChinese(String word) {
    return word.length() > 1 && word.codePoints().allMatch(Character::isIdeographic);
  }

  private static String bare(String name) {
    return Values.plain(name).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
