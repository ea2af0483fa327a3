/**
 * Reading other people's files: what is in them, which rows are bad, how their values become
 * features. Nothing here writes to a database.
 *
 * <p>Every file is read twice, row by row: {@link org.tuguan.core.imports.Analyser} makes an {@link
 * org.tuguan.core.imports.ImportPlan} of the first pass, {@link
 * org.tuguan.core.imports.RowConverter} carries the plan out in the second. Entry type: {@link
 * org.tuguan.core.imports.ImportFile}.
 */
package org.tuguan.core.imports;
