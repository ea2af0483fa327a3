package org.tuguan.api.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tuguan.core.access.Caller;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.sharing.UsageArea;
import org.tuguan.core.sharing.UsageRecord;
import org.tuguan.core.sharing.UsedOperation;

/** How requests become records. */
class UsageRecordsTest {
  private final UsageRecords records =
      new UsageRecords(
          new UseClasses(
              UseRulesFile.read(new ClassPathResource("tuguan/usage/use-rules.json")),
              new OwnTests(new UsageProperties.Own(List.of(), List.of(), ""))),
          UUID.randomUUID());

  private static ServedRequest request(
      String operation, int status, double west, String... layers) {
    UsageNote note =
        new UsageNote(
            Caller.ANONYMOUS,
            new UsedOperation("XYZ", operation, "png"),
            List.of(layers),
            Optional.of(new Bounds(Crs.CRS84, west, 24, west + 0.1, 24.1)),
            new MockHttpServletRequest());
    return new ServedRequest(note, Instant.EPOCH, status, false, 101, 5_000);
  }

  @Test
  void tilesOfOneMomentAreCountedTogetherAndNothingIsLost() {
    List<UsageRecord> made =
        records.of(
            List.of(
                request("tile", 200, 120, "roads", "parks"),
                request("tile", 200, 121, "roads", "parks"),
                request("tile", 304, 122, "roads", "parks"),
                request("tile", 200, 120, "roads")));

    assertThat(made).hasSize(5);
    UsageRecord roads = made.get(0);
    assertThat(roads.measure().uses()).isEqualTo(2);
    assertThat(roads.measure().count()).isEqualTo(2);
    assertThat(roads.measure().bytes() + made.get(1).measure().bytes()).isEqualTo(202);
    assertThat(roads.request()).isEqualTo(made.get(1).request());
    assertThat(roads.area()).contains(new UsageArea(120, 24, 121.1, 24.1));
    assertThat(made.stream().mapToLong(each -> each.measure().uses()).sum()).isEqualTo(7);
  }

  @Test
  void everythingElseIsRecordedOneByOne() {
    List<ServedRequest> maps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      maps.add(request("GetMap", 200, 120, "roads"));
    }
    List<UsageRecord> made = records.of(maps);

    assertThat(made).hasSize(5).allMatch(each -> each.measure().uses() == 1);
    assertThat(made).extracting(UsageRecord::request).doesNotHaveDuplicates();
  }
}
