/**
 * Pages for paper: the one way to make a PDF. A {@link org.tuguan.core.print.PrintedDocument} says
 * what is on it, {@link org.tuguan.core.print.PdfPages} sets it, with Chinese fonts embedded.
 */
package org.tuguan.core.print;
