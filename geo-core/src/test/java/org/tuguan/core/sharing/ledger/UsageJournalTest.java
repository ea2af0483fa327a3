package org.tuguan.core.sharing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read once, whatever became of the one who wrote it. */
class UsageJournalTest {
  private static final UUID RUN = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final long ROOM = 1 << 20;

  @TempDir private Path root;
  private UsageJournal journal;

  @BeforeEach
  void begin() throws IOException {
    journal = UsageJournal.begin(root, RUN, ROOM);
  }

  private void write(String... rows) throws IOException {
    journal.append(List.of(rows), List.of());
  }

  private static List<String> rows(JournalBatch batch) {
    return new String(batch.records(), StandardCharsets.UTF_8).lines().toList();
  }

  private static String gaps(JournalBatch batch) {
    return new String(batch.gaps(), StandardCharsets.UTF_8);
  }

  /** As the end of the process would have it: the lock is gone, nothing else was done. */
  private JournalReader former(long delivered) throws IOException {
    Path folder = root.resolve(RUN.toString());
    Path copy = root.resolve("00000000-0000-4000-8000-000000000002");
    Files.createDirectories(copy);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return JournalReader.ofEnded(root, UUID.fromString(copy.getFileName().toString()), delivered)
        .orElseThrow();
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(RUN.toString()))) {
      return files.filter(each -> each.toString().endsWith(".log")).sorted().findFirst().get();
    }
  }

  @Test
  void whatIsWrittenIsReadInOrderAndOnce() throws IOException {
    JournalReader reader = JournalReader.of(root, journal);
    assertThat(reader.next()).isEmpty();
    write("a", "b");
    JournalBatch first = reader.next().orElseThrow();
    assertThat(rows(first)).containsExactly("a", "b");
    assertThat(first.to()).isEqualTo(2);

    assertThat(rows(reader.next().orElseThrow())).as("not delivered yet").hasSize(2);
    reader.delivered(first);
    assertThat(reader.next()).isEmpty();

    write("c");
    JournalBatch second = reader.next().orElseThrow();
    assertThat(second.after()).isEqualTo(2);
    assertThat(rows(second)).containsExactly("c");
  }

  @Test
  void rowsWithEverySignComeBackAsTheyWere() throws IOException {
    write("中\\t\t\\N", "");
    assertThat(rows(JournalReader.of(root, journal).next().orElseThrow()))
        .containsExactly("中\\t\t\\N", "");
  }

  @Test
  void aLineThatWasBeingWrittenIsLeftUntilItIsWhole() throws IOException {
    write("a");
    Files.writeString(file(), "12345678\t2\tU\thal", StandardOpenOption.APPEND);

    assertThat(rows(JournalReader.of(root, journal).next().orElseThrow())).containsExactly("a");
  }

  @Test
  void aRunThatEndedInTheMiddleOfALineGivesAllWholeOnesAndSaysThatMoreMayBeMissing()
      throws IOException {
    write("a", "b");
    Files.writeString(file(), "12345678\t3\tU\thal", StandardOpenOption.APPEND);
    JournalReader former = former(1);

    JournalBatch batch = former.next().orElseThrow();
    assertThat(rows(batch)).containsExactly("b");
    assertThat(gaps(batch)).contains("stopped").contains("\\N");
    former.delivered(batch);
    assertThat(former.next()).isEmpty();
    former.close();
  }

  @Test
  void theEndOfARunIsToldOnce() throws IOException {
    write("a");
    try (JournalReader former = former(0)) {
      assertThat(former.next().orElseThrow().to()).isEqualTo(2);
      former.resume(2); // delivered, and then the one who delivered it ended too
      assertThat(former.next()).isEmpty();
    }
  }

  @Test
  void aRunThatWasEndedInGoodOrderHasNoGap() throws IOException {
    write("a");
    journal.close();
    try (JournalReader former = JournalReader.ofEnded(root, RUN, 0).orElseThrow()) {
      JournalBatch batch = former.next().orElseThrow();
      assertThat(rows(batch)).containsExactly("a");
      assertThat(gaps(batch)).isEmpty();
      former.resume(batch.to());
      assertThat(former.next()).as("after another end").isEmpty();
      former.remove();
    }
    assertThat(JournalReader.listRuns(root)).isEmpty();
  }

  @Test
  void aLineThatIsNotWhatWasWrittenIsLeftOutAndCounted() throws IOException {
    write("first", "second", "third");
    byte[] bytes = Files.readAllBytes(file());
    int at = new String(bytes, StandardCharsets.US_ASCII).indexOf("second");
    bytes[at] = 'S';
    Files.write(file(), bytes);

    JournalBatch batch = JournalReader.of(root, journal).next().orElseThrow();
    assertThat(rows(batch)).containsExactly("first", "third");
    assertThat(gaps(batch)).contains("\t1\tdamaged");
  }

  @Test
  void aRunThatGoesOnIsLeftAlone() throws IOException {
    write("a");
    assertThat(JournalReader.ofEnded(root, RUN, 0)).isEmpty();
  }

  @Test
  void filesThatWereDeliveredGo() throws IOException {
    String row = "x".repeat(1000);
    JournalReader reader = JournalReader.of(root, journal);
    List<String> thousand = IntStream.range(0, 1000).mapToObj(i -> row).toList();
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      journal.append(thousand, List.of());
      for (Optional<JournalBatch> each = reader.next(); each.isPresent(); each = reader.next()) {
        reader.delivered(each.get());
      }
      journal.measure();
      sizes.add(journal.bytes());
    }
    assertThat(reader.delivered()).isEqualTo(30_000);
    assertThat(sizes).allMatch(size -> size < 18_000_000);
  }

  @Test
  void beyondTheLimitThereIsRoomForGapsOnly() throws IOException {
    assertThat(journal.hasRoom()).isTrue();
    write("x".repeat((int) ROOM));
    assertThat(journal.hasRoom()).isFalse();

    journal.append(List.of(), List.of("a gap"));
    assertThat(gaps(JournalReader.of(root, journal).next().orElseThrow())).isEqualTo("a gap\n");
  }

  @Test
  void afterADiskThatFailedNothingIsMissingOrDouble() throws IOException {
    Path folder = root.resolve(RUN.toString());
    Path aside = root.resolve("aside");
    Files.move(folder, aside);
    for (String row : List.of("a", "b")) {
      assertThat(writable(row)).isFalse();
    }
    Files.move(aside, folder);
    write("c");

    assertThat(rows(JournalReader.of(root, journal).next().orElseThrow()))
        .containsExactly("a", "b", "c");
  }

  private boolean writable(String row) {
    try {
      write(row);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
