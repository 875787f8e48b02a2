/** `S0:34-41` as a reader says it: "S0, lines 34–41". */
export function sourceWords(source: string): string {
  const [document = source, lines] = source.split(":");
  if (!lines) return document;
  return `${document}, ${lines.includes("-") ? "lines" : "line"} ${lines.replace("-", "–")}`;
}

/** Many places at once, by document: "S0, lines 34, 37–39; S2, line 10". */
export function sourcesWords(sources: readonly string[]): string {
  const byDocument = new Map<string, string[]>();
  for (const source of sources) {
    const [document = source, lines = ""] = source.split(":");
    byDocument.set(document, [...(byDocument.get(document) ?? []), lines.replace("-", "–")]);
  }
  return [...byDocument]
    .map(([document, lines]) => {
      const one = lines.length === 1 && !lines[0]?.includes("–");
      return `${document}, ${one ? "line" : "lines"} ${lines.join(", ")}`;
    })
    .join("; ");
}

/** Where a figure comes from: one of the four documents and its lines. */
export function SourceNote({ source }: { source: string }) {
  return <cite className="source">{sourceWords(source)}</cite>;
}
