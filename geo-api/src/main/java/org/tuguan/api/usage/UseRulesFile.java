package org.tuguan.api.usage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.tuguan.core.sharing.UseClass;
import org.tuguan.core.sharing.UseRule;
import org.tuguan.core.sharing.UseRules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of use as they stand in a file: {@code {"version": 1, "rules": [{"class": "probe",
 * "agents": ["kube-probe"]}]}}. Whoever changes rules raises the version.
 */
final class UseRulesFile {
  private UseRulesFile() {}

  private record File(int version, List<Rule> rules) {}

  private record Rule(
      @JsonProperty("class") String result,
      List<String> outcomes,
      List<String> methods,
      List<String> operations,
      List<String> paths,
      List<String> agents,
      Boolean anonymous,
      Boolean own) {
    private UseRule rule() {
      return new UseRule(
          useClass(result),
          list(outcomes),
          list(methods),
          list(operations),
          list(paths),
          list(agents),
          Optional.ofNullable(anonymous),
          Optional.ofNullable(own));
    }
  }

  /** Throws {@link IllegalArgumentException} for rules that cannot be understood. */
  static UseRules read(Resource file) {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = file.getInputStream()) {
      File rules = json.readValue(in, File.class);
      return new UseRules(rules.version(), rules.rules().stream().map(Rule::rule).toList());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("tuguan.usage.rules: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("tuguan.usage.rules cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> list(List<String> given) {
    return Objects.requireNonNullElse(given, List.of());
  }

  private static UseClass useClass(String code) {
    return Arrays.stream(UseClass.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("tuguan.usage.rules: there is no class " + code));
  }
}
