import { Fragment } from "react";
import { quoteKeyId } from "./marks-of.ts";
import { markParagraphs, type Marked, type MarkedPiece } from "./marked-paragraphs.ts";

/** The mark of words that are being picked and are no quote yet. */
export const pickedId = "picked";

type MarkedWordsProps = {
  seq: number;
  text: string;
  marks: readonly Marked[];
  /** The quote that is pointed at beside the transcript. */
  litId: string | null;
  onKey: (criterion: string) => void;
};

/** What the candidate said, with the quotes taken from it. Keys are no text: a selection over them is the words alone. */
export function MarkedWords({ seq, text, marks, litId, onKey }: MarkedWordsProps) {
  return markParagraphs(text, marks).map(({ from, pieces }) => (
    <p key={from} data-seq={seq} data-from={from}>
      {pieces.map((piece, at) => (
        <Fragment key={at}>
          <Piece piece={piece} litId={litId} />
          {piece.ends
            .filter(({ id }) => id !== pickedId)
            .map(({ id, key, criterion }) => (
              <button
                key={id}
                id={quoteKeyId(id)}
                type="button"
                className="quote-key"
                data-key={key}
                aria-label={`Quote for criterion ${key}`}
                onClick={() => onKey(criterion)}
              />
            ))}
        </Fragment>
      ))}
    </p>
  ));
}

function Piece({ piece: { text, marks }, litId }: { piece: MarkedPiece; litId: string | null }) {
  if (marks.length === 0) return text;
  const isPicked = marks.some(({ id }) => id === pickedId);
  const quotes = marks.filter(({ id }) => id !== pickedId);
  const isLit = quotes.some(({ id }) => id === litId);
  const looks = [isPicked ? "picked" : "", isLit ? "lit" : "", quotes.length > 1 ? "shared" : ""];
  return (
    <mark className={looks.filter(Boolean).join(" ") || undefined} data-keys={quotes.map(({ key }) => key).join(" ")}>
      {text}
    </mark>
  );
}
