import { Button } from "#app/components/ui/button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { ReviewQuote } from "#app/domain/review/quotes.ts";
import { quoteId } from "../reading/marks-of.ts";

export type EvidenceActions = {
  /** Turns that are drawings: their words are no sentence. */
  drawings: ReadonlySet<number>;
  onRemove: (quote: ReviewQuote) => void;
  /** Shows where the words stand. */
  onShow: (quote: ReviewQuote) => void;
  onLight: (quoteId: string | null) => void;
  onPickByKeys: () => void;
};

type EvidenceProps = EvidenceActions & { criterion: RubricCriterion; quotes: readonly ReviewQuote[] };

const mostShown = 180;

/** A long quote shows how it begins and ends; it stands whole in the transcript. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= mostShown) return line;
  const [begins, ends] = [line.slice(0, mostShown - 50), line.slice(-45)];
  return `${begins.slice(0, begins.lastIndexOf(" "))} … ${ends.slice(ends.indexOf(" ") + 1)}`;
}

/** The words that the level rests on, each tied to its place in the transcript. */
export function Evidence(props: EvidenceProps) {
  const { criterion, quotes, drawings, onRemove, onShow, onLight, onPickByKeys } = props;
  const { id, key } = criterion;
  return (
    <div className="blind-evidence needs-script">
      <h4 className="label">Evidence for {key}</h4>
      {quotes.length === 0 ? null : (
        <ul>
          {quotes.map((quote) => {
            const words = drawings.has(quote.seq) ? "The candidate’s diagram" : `“${shortened(quote.text)}”`;
            return (
              <li key={quoteId(id, quote)}>
                <button
                  type="button"
                  className="quote-words serif"
                  onClick={() => onShow(quote)}
                  onPointerEnter={() => onLight(quoteId(id, quote))}
                  onPointerLeave={() => onLight(null)}
                  onFocus={() => onLight(quoteId(id, quote))}
                  onBlur={() => onLight(null)}
                >
                  {words}
                </button>
                <Button look="bare" type="button" onClick={() => onRemove(quote)}>
                  Remove<span className="visually-hidden"> {words}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <p className="tiny muted">
        Select words of the candidate and take them with the bar that comes, or with <Kbd>E</Kbd>. A level above 0 rests
        on a quote or a note.{" "}
        <button type="button" className="btn text" onClick={onPickByKeys}>
          Choose words by keys
        </button>
      </p>
    </div>
  );
}
