import { Link } from "@remix-run/react";
import { useState } from "react";
import { piecesOf, splitParagraphs } from "#app/components/scorecard/ties.ts";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { Mark, MarkKind, Segment } from "#app/domain/grading/scorecard/marked-text.ts";
import type { Verdict } from "#app/domain/scenarios/schema.ts";

type Note = { key: string; verdict: Verdict; title: string; reason: string };

export type Sample = {
  question: string;
  paragraphs: Segment[][];
  notes: Note[];
  level: number;
  criterionTitle: string;
  agreement: string;
};

/** A real grade in small: the words on the page, the judgement in the margin, tied by a key. */
export function ScoredSample({ sample }: { sample: Sample }) {
  const [lit, setLit] = useState<string | null>(null);
  return (
    <section className="sample" aria-labelledby="sample-title">
      <header className="spread">
        <p className="label">A scored answer</p>
        <h2 id="sample-title">What you said, and what was made of it</h2>
      </header>
      <div className="spread sample-turn">
        <p className="label">Interviewer</p>
        <p className="prose ink-2">{sample.question}</p>
      </div>
      <div className="spread sample-turn">
        <p className="label">Candidate</p>
        <div className="prose">
          {sample.paragraphs.flatMap(splitParagraphs).map((segments, index) => (
            <p key={index}>
              <MarkedWords segments={segments} lit={lit} light={setLit} />
            </p>
          ))}
        </div>
        <div className="notes">
          {sample.notes.map((note) => (
            <NoteInMargin key={note.key} note={note} lit={note.key === lit} light={setLit} />
          ))}
        </div>
      </div>
      <div className="spread sample-result">
        <p className="label">Result</p>
        <div className="row wide between sample-line">
          <span className="medium">{sample.criterionTitle}</span>
          <LevelRuler level={sample.level} />
        </div>
        <p className="tiny muted aside">
          {sample.agreement} <Link to="/how-grading-works">How that is measured</Link>
        </p>
      </div>
    </section>
  );
}

const strength: readonly MarkKind[] = ["met", "partial", "against", "unsure"];

/** Where several checks rest on the same words, the words are drawn as what counts most for them. */
function strongestMark({ marks }: Segment): Mark | undefined {
  return strength.flatMap((kind) => marks.filter((mark) => mark.kind === kind)).at(0);
}

type Lighting = { lit: string | null; light: (key: string | null) => void };

function MarkedWords({ segments, lit, light }: { segments: Segment[] } & Lighting) {
  return piecesOf(segments).map(({ segment, ends }, at) => {
    const mark = strongestMark(segment);
    if (mark === undefined) return segment.text;
    const isLit = segment.marks.some((each) => each.checkKey === lit);
    return (
      <span key={at} onMouseEnter={() => light(mark.checkKey)} onMouseLeave={() => light(null)}>
        <mark className={isLit ? `${mark.kind} lit` : mark.kind}>{segment.text}</mark>
        {ends.map(({ id, checkKey }) => (
          <a
            key={id}
            className="key"
            href={`#note-${checkKey}`}
            aria-label={`Note ${checkKey}`}
            onFocus={() => light(checkKey)}
            onBlur={() => light(null)}
          >
            {checkKey}
          </a>
        ))}
      </span>
    );
  });
}

function NoteInMargin({ note, lit, light }: { note: Note; lit: boolean; light: (key: string | null) => void }) {
  const tone = note.verdict === "met" ? "" : note.verdict === "not_met" ? " bad" : " flat";
  return (
    <div
      className={`note${tone}${lit ? " lit" : ""}`}
      id={`note-${note.key}`}
      onMouseEnter={() => light(note.key)}
      onMouseLeave={() => light(null)}
    >
      <div className="note-head">
        <b>{note.key}</b> <VerdictMark verdict={note.verdict} />
      </div>
      <b>{note.title}.</b> {note.reason}
    </div>
  );
}
