// Tables as text: rows of cells, the heading among them.

/** A number as a spreadsheet reads it, with a sign before it. */
const isNumber = (text) => /^[+-](?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i.test(text);
/** A cell that no spreadsheet takes for a formula: the rule of all CSV that NetworkMaps writes. */
const harmless = (text) => /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text;
const quoted = (text) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const separated = (rows, cell, separator, end) => rows.map((row) => row.map((text) => cell(harmless(text))).join(separator) + end).join('');

/** Comma-separated values (RFC 4180). */
export const commaSeparated = (rows) => separated(rows, quoted, ',', '\r\n');
/** Values between tabs, which a spreadsheet takes when they are pasted. */
export const tabSeparated = (rows) => separated(rows, (text) => text.replaceAll(/\s/g, ' '), '\t', '\n');
