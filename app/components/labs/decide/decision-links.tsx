import { Link } from "@remix-run/react";
import { createContext, useContext } from "react";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import type { Source } from "#app/domain/scenarios/schema.ts";

/** Addresses of what stands behind a line of a source, and behind a contradiction of the ledger. */
export type DecisionLinks = {
  sources: Readonly<Partial<Record<Source, string>>>;
  contradictions: Readonly<Record<string, { title: string; to: string }>>;
};

export const DecisionLinksContext = createContext<DecisionLinks>({ sources: {}, contradictions: {} });

/** A line of a source, leading to where the material tells it; or to where it tells of what the line belongs to. */
export function SourceLink({ source, within }: { source: Source; within?: Source }) {
  const { sources } = useContext(DecisionLinksContext);
  const to = sources[source] ?? (within ? sources[within] : undefined);
  return <cite className="source">{to ? <Link to={to}>{sourceWords(source)}</Link> : sourceWords(source)}</cite>;
}

/** A contradiction by its number and title. */
export function ContradictionLink({ id }: { id: string }) {
  const { contradictions } = useContext(DecisionLinksContext);
  const found = contradictions[id];
  return (
    <Link to={found?.to ?? `/figures#${id.toLowerCase()}`}>
      {id}
      {found ? `: ${found.title}` : null}
    </Link>
  );
}
