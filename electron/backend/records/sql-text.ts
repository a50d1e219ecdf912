/** A name in SQL, whatever characters it has. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text in SQL. DuckDB knows no escapes in plain literals but the doubled quote. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
