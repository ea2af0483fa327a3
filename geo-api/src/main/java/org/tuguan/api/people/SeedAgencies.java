package org.tuguan.api.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.LocalText;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The agencies that {@code data/catalog/agencies.json} knows. What is there already stays. */
@Component
public class SeedAgencies {
  private static final String FILE = "/tuguan/catalog/agencies.json";

  private final JdbcAgencies agencies;

  public SeedAgencies(JdbcAgencies agencies) {
    this.agencies = agencies;
  }

  private record Entry(
      String id,
      String nameZh,
      String nameEn,
      boolean firstLevel,
      String parent,
      LocalDate existsFrom,
      LocalDate seenFrom,
      LocalDate existsUntil,
      String notes,
      List<Former> formerNames) {}

  private record Former(String nameZh, String nameEn, LocalDate usedFrom, LocalDate usedUntil) {}

  /** In the order of the city's ordinance. */
  public static List<AgencyEntry> list() {
    List<Entry> entries = read();
    return IntStream.range(0, entries.size()).mapToObj(i -> agency(entries.get(i), i)).toList();
  }

  /** Writes those that are not there. */
  @Transactional
  public void write() {
    list().forEach(agencies::insert);
  }

  private static AgencyEntry agency(Entry entry, int position) {
    List<AgencyEntry.FormerName> formerNames =
        Objects.requireNonNullElse(entry.formerNames(), List.<Former>of()).stream()
            .map(
                each ->
                    new AgencyEntry.FormerName(
                        new LocalText(each.nameZh(), each.nameEn()),
                        Optional.ofNullable(each.usedFrom()),
                        Optional.ofNullable(each.usedUntil())))
            .toList();
    return new AgencyEntry(
        entry.id(),
        position,
        new LocalText(entry.nameZh(), entry.nameEn()),
        entry.firstLevel(),
        Optional.ofNullable(entry.parent()),
        Optional.ofNullable(entry.existsFrom()),
        Optional.ofNullable(entry.seenFrom()),
        Optional.ofNullable(entry.existsUntil()),
        entry.notes(),
        formerNames);
  }

  private static List<Entry> read() {
    JsonMapper json =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (InputStream in =
        Objects.requireNonNull(SeedAgencies.class.getResourceAsStream(FILE), FILE)) {
      return List.of(json.readValue(in, Entry[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
