package org.tuguan.api.demo.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * Whose applications the demonstration has, and what becomes of them: each way in which a price
 * comes about, each state in which somebody may find one. Purposes begin with 示範. A small city has
 * no parks: then the same is asked for roads.
 */
@Component
@ConditionalOnNotWebApplication
class DemoLives {
  private static final Bounds MIDDLE = box(120.640, 24.130, 120.690, 24.165);
  private static final Bounds NORTH = box(120.645, 24.155, 120.700, 24.185);
  private static final Bounds SOUTH = box(120.635, 24.122, 120.680, 24.135);
  private static final Bounds WEST = box(120.610, 24.140, 120.660, 24.185);
  private static final Bounds BEYOND = box(120.700, 24.240, 120.740, 24.270);

  private static final String PLACE = "{\"layers\": [%s], \"area\": %s, \"purpose\": \"%s\"%s}";

  /** The only layer with data everywhere, however small the city is. */
  private static final String ROADS = "roads";

  private static final String PARKS = "parks";
  private static final String RIVERS = "rivers";
  private static final String PLAN = "計畫書（示範）";
  private static final String ANSWER_ACT = "政府資訊公開法第18條第1項第7款";

  private final Desks desks;

  DemoLives(Desks desks) {
    this.desks = desks;
  }

  private static Bounds box(double west, double south, double east, double north) {
    return new Bounds(Crs.CRS84, west, south, east, north);
  }

  private static String ground(Bounds box) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}",
        box.minX(),
        box.minY(),
        box.maxX(),
        box.maxY());
  }

  /**
   * @param layers with commas; those that have nothing there are left out
   */
  private Life life(String applicant, String layers, Bounds area, String purpose, String... more) {
    String further = more.length == 0 ? "" : ", " + String.join(", ", more);
    return new Life(
        desks,
        applicant,
        PLACE.formatted(there(layers, area), ground(area), "示範：" + purpose, further));
  }

  private String there(String layers, Bounds area) {
    List<String> found =
        Arrays.stream(layers.split(",")).filter(each -> desks.stock().has(each, area)).toList();
    return (found.isEmpty() ? List.of(ROADS) : found)
        .stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
  }

  private static Life approved(Life draft) {
    return draft.submits().after(1).isReviewed().after(2).isAgreedTo().after(1).isApproved();
  }

  /** Over and done with, the oldest first. */
  List<Life> past() {
    return List.of(
        approved(valueAdded("partner", ROADS, MIDDLE, "車用導航加值").attaches("plan", PLAN))
            .takesSlip()
            .after(3)
            .paysByTransfer(false)
            .isMade()
            .after(1)
            .fetches(),
        approved(life("university", ROADS, SOUTH, "學術研究，都市熱島"))
            .takesSlip()
            .after(2)
            .paysAtCounter()
            .isMade()
            .after(2)
            .fetches(),
        life("partner", "villages", SOUTH, "選區廣告投放分析")
            .submits()
            .after(1)
            .isReviewed()
            .after(3)
            .isRefused("村里界以行政公告為準，本件用途涉及選務中立，不予提供", ANSWER_ACT),
        approved(valueAdded("partner", PARKS, MIDDLE, "房地產資訊平臺"))
            .after(1)
            .paysByCard()
            .isMade()
            .after(1)
            .fetches()
            .after(5)
            .isClosed(),
        reciprocal(),
        approved(life("partner", ROADS, WEST, "道路設計")).takesSlip().after(30).expires(),
        life("university", RIVERS, WEST, "學術研究，河川廊道").submits().after(1).withdraws("研究範圍改變，將重新申請"),
        approved(life("partner", PARKS, WEST, "景觀設計")).after(2).isCancelled("圖層改版，請以新版重新申請"),
        approved(valueAdded("partner", ROADS, NORTH, "外送路徑服務")).after(1).paysByCard().isMade(),
        approved(valueAdded("partner", ROADS, SOUTH, "物流路線規劃"))
            .takesSlip()
            .after(2)
            .paysByTransfer(true)
            .isRefunded("民法第179條", "申請人重複申請，資料尚未製作，同意退還"));
  }

  /**
   * With something to do for somebody, or for the server: it makes the packages of the first two.
   */
  List<Life> present() {
    return List.of(
        byHand(),
        approved(life("planner", ROADS + "," + PARKS, NORTH, "公益，步行環境檢討")).after(1),
        approved(valueAdded("partner", ROADS, WEST, "停車導引服務")).takesSlip().after(1),
        approved(life("university", RIVERS + "," + PARKS, MIDDLE, "學術研究，水綠網絡"))
            .takesSlip()
            .after(1),
        life("university", ROADS, NORTH, "學術研究，交通噪音")
            .submits()
            .after(1)
            .isReviewed()
            .after(1)
            .isAsked("請說明研究期間與成果是否公開發表，並補附計畫書")
            .after(1),
        life("planner", ROADS, SOUTH, "公益，通學路徑檢視").submits().after(1).isReviewed().after(1),
        life("partner", ROADS + "," + PARKS, NORTH, "工程規劃").submits().after(1),
        life("partner", "buildings", MIDDLE, "日照分析").after(1));
  }

  private Life valueAdded(String applicant, String layers, Bounds area, String purpose) {
    return life(applicant, layers, area, purpose, "\"use\": \"value_added\"");
  }

  private Life reciprocal() {
    return life("university", RIVERS, MIDDLE, "學術研究，淹水模擬", "\"reciprocity\": true")
        .attaches("reciprocity", "互惠換文（示範）")
        .submits()
        .after(1)
        .isReviewed()
        .isAgreedTo()
        .after(2)
        .isFound("approval", "互惠換文已專案核定")
        .isApproved()
        .isMade()
        .after(1)
        .fetches();
  }

  /** Beyond the city as it was before 2010 no standard applies. */
  private Life byHand() {
    return life("partner", ROADS, BEYOND, "道路設計")
        .submits()
        .after(1)
        .isReviewed()
        .isAgreedTo()
        .after(1)
        .isPriced(1_200, "規費法第10條", "依重製成本核計")
        .isApproved()
        .takesSlip()
        .after(3)
        .paysByTransfer(false)
        .after(1);
  }
}
