package org.tuguan.plugin.coverage.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {
  @Test
  void aListOfHotSpotsIsUnderstood() {
    assertThat(
            ColumnGuess.stations(
                List.of("Ministry", "Area", "Agency", "Name", "Address", "Administration")))
        .isEqualTo(Map.of("name", "Name", "operator", "Agency"));
    assertThat(ColumnGuess.stations(List.of("熱點名稱", "營運業者", "涵蓋半徑(公尺)", "天線高度_m", "啟用日期")))
        .isEqualTo(
            Map.of(
                "name", "熱點名稱",
                "operator", "營運業者",
                "radius_m", "涵蓋半徑(公尺)",
                "height_m", "天線高度_m",
                "valid_from", "啟用日期"));
    assertThat(ColumnGuess.stations(List.of("SITE_ID", "RADIUS", "EIRP (dBm)", "Band_MHz")))
        .containsEntry("id", "SITE_ID")
        .containsEntry("radius_m", "RADIUS")
        .containsEntry("eirp_dbm", "EIRP (dBm)")
        .containsEntry("band_mhz", "Band_MHz");
  }

  @Test
  void peopleAreAllPeopleAndNotAPartOfThem() {
    assertThat(
            ColumnGuess.census(
                List.of(
                    "VILLCODE",
                    "TOWNCODE",
                    "年月",
                    "村里代碼",
                    "區域",
                    "村里",
                    "戶數",
                    "男性人口",
                    "女性人口",
                    "人口",
                    "未滿15歲")))
        .containsEntry("code", "VILLCODE")
        .containsEntry("people", "人口")
        .containsEntry("district_code", "TOWNCODE")
        .containsEntry("village_name", "村里");
    assertThat(
            ColumnGuess.census(
                List.of("CODEBASE", "CODE1", "INFO_TIME", "H_CNT", "P_CNT", "M_CNT")))
        .isEqualTo(Map.of("code", "CODEBASE", "people", "P_CNT"));
    assertThat(ColumnGuess.census(List.of("男性人口數", "年底人口數", "人口密度")))
        .isEqualTo(Map.of("people", "年底人口數"));
  }

  @Test
  void whatNothingSaysIsNotGuessed() {
    assertThat(ColumnGuess.stations(List.of("a", "geom2", "備註"))).isEmpty();
    assertThat(ColumnGuess.census(List.of())).isEmpty();
  }
}
