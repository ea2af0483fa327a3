package org.tuguan.plugin.registers;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.LocalText;

/** How a case stands, for anybody who knows its number. */
@RestController
class PublicCasesController {
  private final Registers registers;
  private final JdbcCases cases;

  PublicCasesController(Registers registers, JdbcCases cases) {
    this.registers = registers;
    this.cases = cases;
  }

  /** All that is told: nothing of whom it is about, what it says or who handles it. */
  record Told(
      String number,
      LocalText register,
      LocalText category,
      LocalText state,
      boolean closed,
      LocalDate opened,
      Optional<LocalDate> due) {}

  /** The same answer for a number that does not exist and for a register that is not public. */
  @GetMapping("/api/v1/registers/public/cases/{number}")
  Told tell(@PathVariable("number") String number) {
    Case one =
        cases
            .findByNumber(number.strip())
            .filter(each -> registers.get(each.register()).isPublic())
            .orElseThrow(CasesController::unknown);
    Register register = registers.get(one.register());
    Register.State state = register.state(one.state());
    return new Told(
        one.number(),
        register.name(),
        register.category(one.category()).name(),
        state.name(),
        state.closed(),
        one.opened(),
        one.due());
  }
}
