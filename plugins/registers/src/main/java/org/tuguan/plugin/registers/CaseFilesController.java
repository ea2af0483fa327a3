package org.tuguan.plugin.registers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases of a register as CSV, out and in. */
@RestController
@RequestMapping("/api/v1/registers/{register}")
class CaseFilesController {
  private static final int MOST_WRONG = 100;

  private final Registers registers;
  private final JdbcCases cases;
  private final CaseImport imports;
  private final Cases service;
  private final CaseRights rights;

  CaseFilesController(
      Registers registers, JdbcCases cases, CaseImport imports, Cases service, CaseRights rights) {
    this.registers = registers;
    this.cases = cases;
    this.imports = imports;
    this.service = service;
    this.rights = rights;
  }

  /** Row by row as the database gives them, so that its length does not matter. */
  @GetMapping("/cases.csv")
  @Transactional(readOnly = true)
  public void export(
      @PathVariable("register") String id,
      @ModelAttribute CaseQuery query,
      HttpServletResponse response)
      throws IOException {
    rights.read();
    Register register = registers.get(id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(id));
    try (Writer out = response.getWriter()) {
      out.write(CaseCsv.head(register));
      JdbcCaseFilter filter = query.filter(id, Optional.empty(), JdbcCaseFilter.MOST);
      cases.each(filter, service.today(), each -> write(out, CaseCsv.row(register, each)));
    }
  }

  private static void write(Writer out, String row) {
    try {
      out.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param imported cases that were opened; none in a dry run
   * @param faulty how many lines are wrong
   * @param wrong the first of them
   */
  record Result(int lines, int imported, int faulty, List<CaseImport.Wrong> wrong) {}

  /** All lines or none. A dry run tells of the lines that are wrong. */
  @PostMapping("/import")
  Result read(
      @PathVariable("register") String id,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestBody byte[] csv) {
    String by = rights.write();
    Register register = registers.get(id);
    CaseImport.Checked checked = imports.check(register, csv);
    int lines = checked.cases().size() + checked.wrong().size();
    if (dryRun) {
      int faulty = checked.wrong().size();
      return new Result(lines, 0, faulty, checked.wrong().subList(0, Math.min(faulty, MOST_WRONG)));
    }
    return new Result(lines, imports.write(register, checked, by), 0, List.of());
  }
}
