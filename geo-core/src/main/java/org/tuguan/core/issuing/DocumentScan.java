package org.tuguan.core.issuing;

import java.util.Optional;
import org.tuguan.core.Extension;
import org.tuguan.core.LocalText;

/**
 * Looks at a document before it is taken, for example with a scanner for viruses. All that are
 * attached are asked; the first that finds something has it refused.
 */
public interface DocumentScan extends Extension {
  /**
   * Runs while somebody waits; one that cannot tell throws, and the document is not taken.
   *
   * @param mediaType as its content shows it
   * @param content not to be changed
   * @return why it is not taken; empty if nothing was found
   */
  Optional<LocalText> findFault(String name, String mediaType, byte[] content);
}
