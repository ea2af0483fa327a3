package org.tuguan.core.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tuguan.core.Extension;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Role;

/**
 * Work that anybody may ask for, at once or as a job. Its name is its id at {@code
 * /ogc/processes/{name}} (OGC 18-062r2, OGC API Processes). Safe for any thread.
 */
public interface AnalysisProcess extends Extension {
  LocalText title();

  LocalText summary();

  List<ProcessInput> inputs();

  List<ProcessOutput> outputs();

  /** Who may run it, any of these; empty for everybody. */
  Set<Role> roles();

  /**
   * Does the work on this thread, which is interrupted when the run takes too long or nobody waits
   * for it any more; then it has to end.
   *
   * @return a value for each output: what JSON can say, which records, lists and maps are; a layer
   *     by its name
   */
  Map<String, Object> run(ProcessCall call);
}
