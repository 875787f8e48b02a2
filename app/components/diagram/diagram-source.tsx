type Fault = { line: number | null; message: string };

/** A source as it is written, with what is wrong with it. */
export function DiagramSource({ source, fault }: { source: string; fault: Fault | null }) {
  return (
    <>
      <pre className="diagram-source">{source}</pre>
      {fault ? <p className="diagram-fault">{faultWords(fault)}</p> : null}
    </>
  );
}

export function faultWords({ line, message }: Fault): string {
  return line === null ? message : `Line ${line}: ${message}`;
}
