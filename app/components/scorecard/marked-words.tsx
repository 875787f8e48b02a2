import { Fragment } from "react";
import { Diagram } from "#app/components/diagram/diagram.tsx";
import type { MarkKind, Segment } from "#app/domain/grading/scorecard/marked-text.ts";
import type { ScorecardTurn } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { checkId, piecesOf, splitParagraphs, wordsId, type Piece } from "./ties.ts";

/** Where marks overlap, the one that counts most gives the look; each keeps its key. */
const strongest: readonly MarkKind[] = ["wrong-number", "met", "partial", "unsure", "against"];

/** A turn's text with its marks. An anchor that runs over paragraphs stands in the first. */
export function MarkedText({ segments }: { segments: readonly Segment[] }) {
  const paragraphs = splitParagraphs(segments);
  const pieces = piecesOf(paragraphs.flat());
  let from = 0;
  return paragraphs.map((paragraph, at) => {
    const own = pieces.slice(from, (from += paragraph.length));
    return (
      <p key={at}>
        <Pieces pieces={own} />
      </p>
    );
  });
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => (
    <Fragment key={at}>
      <MarkedPiece piece={piece} />
      {piece.ends.map(({ checkKey, id }) => (
        <a
          key={id}
          className="key"
          href={`#${checkId(checkKey)}`}
          data-checks={checkKey}
          aria-label={`Check ${checkKey}`}
        >
          {checkKey}
        </a>
      ))}
    </Fragment>
  ));
}

function MarkedPiece({ piece: { segment, begins } }: { piece: Piece }) {
  const { text, marks } = segment;
  if (marks.length === 0) return text;
  const kind = strongest.find((each) => marks.some((mark) => mark.kind === each));
  const keys = marks.map(({ checkKey }) => checkKey).join(" ");
  const [first, ...others] = begins;
  return (
    <mark className={kind} data-checks={keys} id={first && wordsId(first.id)}>
      {others.map(({ id, checkKey }) => (
        <span key={id} id={wordsId(id)} data-checks={checkKey} />
      ))}
      {text}
    </mark>
  );
}

/** A drawing, and the lines of its source that were taken as evidence: all of them together are the drawing. */
export function MarkedDiagram({ turn, label = "Your diagram" }: { turn: ScorecardTurn; label?: string }) {
  const pieces = piecesOf(turn.segments).filter(({ segment }) => segment.marks.length > 0);
  const [first] = pieces;
  if (first && first.segment.text.trim() === turn.text.trim()) {
    const whole = { ...first, segment: { ...first.segment, text: "The whole drawing" } };
    return <Diagram source={turn.text} label={label} caption={<Pieces pieces={[whole]} />} />;
  }
  const caption =
    pieces.length === 0 ? undefined : (
      <>
        <b>Read from the drawing.</b>{" "}
        <span className="code">
          <Pieces pieces={pieces} />
        </span>
      </>
    );
  return <Diagram source={turn.text} label={label} caption={caption} />;
}
