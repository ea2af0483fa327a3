package org.tuguan.plugin.registers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginAudit;

/** Opens the cases of a CSV file: all of them or none. */
@Service
class CaseImport {
  private static final int MOST_LINES = 20_000;

  private final Cases cases;
  private final CaseRights rights;
  private final CaseLayers layers;
  private final PluginAudit audit;

  CaseImport(Cases cases, CaseRights rights, CaseLayers layers, PluginAudit audit) {
    this.cases = cases;
    this.rights = rights;
    this.layers = layers;
    this.audit = audit;
  }

  /**
   * What is wrong with a line.
   *
   * @param line of the file, the head being the first
   */
  record Wrong(long line, String field, LocalText message) {}

  record Checked(List<Case> cases, List<Wrong> wrong) {}

  /**
   * @throws RequestException it is no CSV file at all, has other columns or is too long
   */
  Checked check(Register register, byte[] csv) {
    List<CaseCsv.Line> lines = CaseCsv.read(register, text(csv));
    if (lines.size() > MOST_LINES) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "",
          new LocalText(
              "一次最多 %d 行".formatted(MOST_LINES), "at most %d lines at once".formatted(MOST_LINES)));
    }
    List<Case> read = new ArrayList<>();
    List<Wrong> wrong = new ArrayList<>();
    for (CaseCsv.Line each : lines) {
      try {
        Case one = cases.check(register, CaseCsv.draft(register, each));
        rights.write(one.agency());
        read.add(one);
      } catch (RequestException e) {
        wrong.add(new Wrong(each.line(), e.parameter(), e.text()));
      }
    }
    return new Checked(read, wrong);
  }

  private static String text(byte[] csv) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
    } catch (CharacterCodingException e) {
      throw new RequestException(
          Fault.UNREADABLE_DATA,
          "",
          new LocalText("檔案須為 UTF-8 編碼", "the file must be in UTF-8"),
          e);
    }
  }

  /**
   * @return how many were opened
   * @throws RequestException naming the first line that is wrong
   */
  @Transactional
  public int write(Register register, Checked checked, String by) {
    if (!checked.wrong().isEmpty()) {
      Wrong first = checked.wrong().get(0);
      throw RequestException.at(
          new RequestException.Place((int) first.line(), 1),
          first.field(),
          new LocalText(
              "第 %d 行：%s；全部未匯入".formatted(first.line(), first.message().zh()),
              "line %d: %s; nothing was imported".formatted(first.line(), first.message().en())));
    }
    checked.cases().forEach(each -> cases.insert(register, each, by, ""));
    audit.record(
        "case.import", "register:" + register.id(), Map.of("cases", checked.cases().size()));
    layers.changed(register);
    return checked.cases().size();
  }
}
