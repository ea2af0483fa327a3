package org.tuguan.api.imports;

/** Hears how far an import has come, several times a second. */
public interface ImportProgress {
  /** Nobody wants to know. */
  ImportProgress SILENT = (step, rows, share) -> {};

  /** What an import does, in order. */
  enum Step {
    READING,
    LOADING,
    INDEXING
  }

  /**
   * @param rows done in this step
   * @param share of the file that is done in this step, 0 to 1
   */
  void at(Step step, long rows, double share);
}
