package org.tuguan.plugin.registers;

import org.springframework.stereotype.Component;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginCallers;

/** Who reads and who writes: staff read all; owners write what their own agency answers for. */
@Component
class CaseRights {
  static final Role[] READERS = {Role.OFFICER, Role.OWNER, Role.KPI, Role.PLANNER, Role.ADMIN};
  private static final Role[] KEEPERS = {Role.OFFICER, Role.KPI, Role.ADMIN};
  private static final Role[] WRITERS = {Role.OFFICER, Role.OWNER, Role.KPI, Role.ADMIN};

  private final PluginCallers callers;

  CaseRights(PluginCallers callers) {
    this.callers = callers;
  }

  /**
   * @throws RequestException NOT_ALLOWED
   */
  void read() {
    callers.require(READERS);
  }

  /**
   * Somebody who may write cases of at least one agency; each case is still to be asked for.
   *
   * @return name of the account
   */
  String write() {
    return callers.require(WRITERS).user().orElseThrow();
  }

  /**
   * @return name of the account
   * @throws RequestException NOT_ALLOWED for the cases of another agency
   */
  String write(String agency) {
    Caller caller = callers.require(WRITERS);
    boolean all = false;
    for (Role role : KEEPERS) {
      all |= caller.has(role);
    }
    if (!all && !caller.agency().filter(agency::equals).isPresent()) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "agency",
          new LocalText("只能登錄所屬機關的案件", "only cases of your own agency"));
    }
    return caller.user().orElseThrow();
  }
}
