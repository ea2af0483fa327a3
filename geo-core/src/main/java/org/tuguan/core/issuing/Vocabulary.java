package org.tuguan.core.issuing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;

/**
 * The words in which requests are written and what they mean: classes of applicants and the wider
 * classes they belong to, purposes, fields, units, and names of bodies over time (a renamed agency
 * keeps its exemption). Data: data/fees/vocabulary.json.
 */
public final class Vocabulary {
  /**
   * A class of applicant or a purpose.
   *
   * @param wider what it also is
   * @param names all spellings as {@link #key}s
   * @param words found in free text; empty if only spelled out
   * @param facts that it brings
   */
  private record Term(
      String id,
      LocalText title,
      List<String> wider,
      List<String> names,
      Optional<Pattern> words,
      Map<String, String> facts) {}

  /** A phrase that says something. The first that is found for a field counts. */
  private record Phrase(String field, String value, Pattern words) {}

  /** Names of fields with the year or day on which data were produced; there are many. */
  private static final Pattern PRODUCED =
      Pattern.compile("(data_|roc_)?(produced|production|vintage|year|date)(?!.*before)(_.*)?");

  private static final Pattern GAPS = Pattern.compile("[\\s.\\-]+");

  private final Map<String, Term> applicants;
  private final Map<String, Term> purposes;
  private final Map<String, List<String>> bodies = new LinkedHashMap<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
  private final List<Phrase> phrases;

  private Vocabulary(JsonNode root) {
    root.only("applicants", "purposes", "bodies", "fields", "units", "values", "phrases");
    applicants = terms(root.get("applicants"));
    purposes = terms(root.get("purposes"));
    spellings(root.get("fields"), fields);
    spellings(root.get("units"), units);
    root.get("bodies").members().keySet().forEach(id -> bodies.put(id, names(root, "bodies", id)));
    for (Map.Entry<String, JsonNode> field : root.get("values").members().entrySet()) {
      Map<String, String> spelled = new LinkedHashMap<>();
      spellings(field.getValue(), spelled);
      values.put(field.getKey(), spelled);
    }
    phrases = root.get("phrases").items().stream().map(Vocabulary::phrase).toList();
  }

  public static Vocabulary read(String json) {
    return new Vocabulary(JsonNode.read(json));
  }

  private static List<String> names(JsonNode root, String part, String id) {
    return root.get(part).texts(id);
  }

  private static void spellings(JsonNode node, Map<String, String> into) {
    for (String id : node.members().keySet()) {
      into.put(key(id), id);
      node.texts(id).forEach(name -> into.put(key(name), id));
    }
  }

  private static Phrase phrase(JsonNode node) {
    node.only("field", "value", "words");
    return new Phrase(
        node.get("field").text(), node.get("value").text(), pattern(node.get("words")));
  }

  private static Pattern pattern(JsonNode node) {
    return Pattern.compile(node.text(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Map<String, Term> terms(JsonNode list) {
    Map<String, Term> terms = new LinkedHashMap<>();
    for (JsonNode node : list.items()) {
      node.only("id", "title", "is", "names", "words", "facts");
      Map<String, String> facts = new LinkedHashMap<>();
      node.find("facts")
          .ifPresent(all -> all.members().forEach((name, text) -> facts.put(name, text.text())));
      Term term =
          new Term(
              node.get("id").text(),
              node.get("title").local(),
              node.texts("is"),
              Stream.concat(Stream.of(node.get("id").text()), node.texts("names").stream())
                  .map(Vocabulary::key)
                  .toList(),
              node.find("words").map(Vocabulary::pattern),
              facts);
      terms.put(term.id(), term);
    }
    return terms;
  }

  /** Lower case, with underscores for blanks, hyphens and dots. */
  static String key(String text) {
    return GAPS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
  }

  /** Classes of applicants with their titles, for those who write requests. */
  public Map<String, LocalText> applicants() {
    Map<String, LocalText> titles = new LinkedHashMap<>();
    applicants.values().forEach(term -> titles.put(term.id(), term.title()));
    return titles;
  }

  /** Purposes with their titles. */
  public Map<String, LocalText> purposes() {
    Map<String, LocalText> titles = new LinkedHashMap<>();
    purposes.values().forEach(term -> titles.put(term.id(), term.title()));
    return titles;
  }

  /** What a class of applicants is called; a word that nobody knows stays what it is. */
  public LocalText applicant(String said) {
    return title(applicants, said);
  }

  /** What a purpose is called; free words stay what they are. */
  public LocalText purpose(String said) {
    return title(purposes, said);
  }

  private static LocalText title(Map<String, Term> terms, String said) {
    return spelled(terms, said).stream()
        .findFirst()
        .map(id -> terms.get(id).title())
        .orElseGet(() -> LocalText.same(said));
  }

  boolean knowsApplicant(String kind) {
    return !spelled(applicants, kind).isEmpty();
  }

  /** The field that a quantity in this unit counts, for example {@code parcels}. */
  String unitField(String unit) {
    return Optional.ofNullable(units.get(key(unit))).orElseGet(() -> Measure.plural(key(unit)));
  }

  Situation situation(QuoteRequest request, QuoteItem item) {
    Map<String, String> facts = new LinkedHashMap<>();
    Set<String> classes = classes(request.applicant(), facts);
    String said =
        Stream.of(
                request.purpose(),
                request.extras().getOrDefault("note", ""),
                item.facts().getOrDefault("note", ""))
            .map(text -> text.replace('_', ' '))
            .reduce("", (all, each) -> all + " . " + each);
    Set<String> meant = purposes(request.purpose());
    meant.addAll(purposes(item.facts().getOrDefault("purpose", "")));
    meant.addAll(purposes(item.facts().getOrDefault("use", "")));
    meant.forEach(purpose -> facts.putAll(purposes.get(purpose).facts()));
    Set<String> found = new LinkedHashSet<>();
    for (Phrase phrase : phrases) {
      if (!found.contains(phrase.field()) && phrase.words().matcher(said).find()) {
        found.add(phrase.field());
        facts.put(phrase.field(), phrase.value());
      }
    }
    request.extras().forEach((name, value) -> put(facts, name, value));
    item.facts().forEach((name, value) -> put(facts, name, value));
    return new Situation(classes, meant, FactSense.complete(facts, this), item);
  }

  private void put(Map<String, String> facts, String name, String value) {
    String field = fields.getOrDefault(key(name), key(name));
    if (PRODUCED.matcher(field).matches()) {
      field = "produced_year";
    }
    Map<String, String> spelled = values.get(field);
    facts.put(field, spelled == null ? value : spelled.getOrDefault(key(value), key(value)));
  }

  private Set<String> classes(QuoteRequest.Applicant applicant, Map<String, String> facts) {
    Set<String> start = new LinkedHashSet<>(spelled(applicants, applicant.kind()));
    if (start.isEmpty()) {
      start.add(key(applicant.kind()));
    }
    bodies.forEach(
        (kind, names) -> {
          if (names.contains(applicant.name().strip())) {
            start.add(kind);
          }
        });
    Set<String> all = wider(applicants, start);
    all.stream()
        .filter(applicants::containsKey)
        .forEach(kind -> facts.putAll(applicants.get(kind).facts()));
    return all;
  }

  private Set<String> purposes(String text) {
    Set<String> start = new LinkedHashSet<>(spelled(purposes, text));
    String words = text.replace('_', ' ');
    purposes.values().stream()
        .filter(term -> term.words().map(each -> each.matcher(words).find()).orElse(false))
        .forEach(term -> start.add(term.id()));
    return wider(purposes, start);
  }

  private static Set<String> spelled(Map<String, Term> terms, String text) {
    Set<String> found = new LinkedHashSet<>();
    String asked = key(text);
    for (Term term : terms.values()) {
      if (term.names().contains(asked)) {
        found.add(term.id());
      }
    }
    return found;
  }

  private static Set<String> wider(Map<String, Term> terms, Set<String> start) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      String id = open.pop();
      if (all.add(id) && terms.containsKey(id)) {
        open.addAll(terms.get(id).wider());
      }
    }
    return all;
  }
}
