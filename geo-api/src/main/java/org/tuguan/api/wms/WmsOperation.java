package org.tuguan.api.wms;

import java.util.Set;

/** One value of REQUEST. */
interface WmsOperation {
  /** Names in lower case, the proper one and those of older versions. */
  Set<String> names();

  /** False for operations that are answered in the negotiated version if none is named. */
  default boolean versionRequired() {
    return false;
  }

  /**
   * @throws Exception a {@link org.tuguan.core.RequestException} for what the caller can put right;
   *     anything else is a fault of ours
   */
  WmsAnswer answer(WmsCall call) throws Exception;
}
