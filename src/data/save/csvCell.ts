/**
 * What a spreadsheet takes for the beginning of a formula, full-width signs included, behind any number of apostrophes. Source: OWASP, CSV
 * Injection.
 */
const FORMULA = /^'{0,1000}[=+\-@\t\r\n＝＋－＠]/;
/** A plain number such as -33.9 does nothing. */
const NUMBER = /^[+-]?(\d{1,30}([.,]\d{0,30})?|[.,]\d{1,30})(e[+-]?\d{1,3})?$/i;

const isFormula = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text);

/** One cell of RFC 4180, as it stands. */
export const quoted = (text: string): string =>
  /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One cell of RFC 4180. A cell that a spreadsheet would run gets an apostrophe in front, which `withoutApostrophe` takes off again. */
export const csvCell = (text: string): string => quoted(isFormula(text) ? `'${text}` : text);

export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;
