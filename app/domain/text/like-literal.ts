/**
 * Text that the database is asked to find as it stands: in a pattern of SQL's LIKE, which stands behind every question
 * whether something contains, starts or ends with a text, an underscore is any letter and a percent sign any number of them.
 */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
