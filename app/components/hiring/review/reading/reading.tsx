import { useCallback, useEffect, useMemo, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { quoteAt, type ReviewQuote } from "#app/domain/review/quotes.ts";
import type { BlindReviewView, ReadTurn } from "../review-view.ts";
import type { Commands } from "../use-commands.ts";
import type { Marked } from "./marked-paragraphs.ts";
import { pickedId } from "./marked-words.tsx";
import { marksBySeq } from "./marks-of.ts";
import { QuoteBar } from "./quote-bar.tsx";
import { ReadTranscript } from "./read-transcript.tsx";
import type { Quoting } from "./use-quoting.ts";

type ReadingProps = {
  review: BlindReviewView;
  quoting: Quoting;
  quotes: Parameters<typeof marksBySeq>[1];
  litId: string | null;
  openKey: string;
  commands: Commands;
};

/** The transcript with what is taken from it, and the bar of what is selected. */
export function Reading({ review, quoting, quotes, litId, openKey, commands }: ReadingProps) {
  const { brief, transcript, late, criteria } = review;
  const { isPicking, places, words } = quoting;
  const { bar, run } = commands;
  const marks = useMemo(
    () => withPicked(marksBySeq(criteria, quotes), isPicking ? places : []),
    [criteria, quotes, isPicking, places],
  );
  // What the transcript leads to changes with every rendering; the transcript itself need not.
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  const onKey = useCallback((criterion: string) => current.current.goTo(criterion), []);
  const onTake = useCallback((quotes: readonly ReviewQuote[]) => current.current.takeQuotes(quotes), []);
  const renderDrawingAction = useCallback(
    (turn: ReadTurn) => <TakeDrawing turn={turn} openKey={openKey} onTake={onTake} />,
    [openKey, onTake],
  );
  useShowPicked(isPicking, places);
  return (
    <>
      <h2 className="visually-hidden" id="transcript-title">
        Transcript
      </h2>
      <p className="small blind-note-on-blind">
        You read without a name or a score. The grader’s levels and your colleagues’ come after yours.
        <span className="without-script"> Without scripts levels and notes can be given; quotes cannot be taken.</span>
      </p>
      <ReadTranscript
        brief={brief}
        turns={transcript}
        late={late}
        marks={marks}
        litId={litId}
        onKey={onKey}
        renderDrawingAction={renderDrawingAction}
      />
      {words === "" ? null : (
        <QuoteBar
          ref={bar}
          isPicking={isPicking}
          words={words}
          criterionKey={openKey}
          onTake={() => run({ type: "take" })}
          onClear={() => run({ type: "clear" })}
        />
      )}
    </>
  );
}

function withPicked(marks: Map<number, Marked[]>, picked: Quoting["places"]): Map<number, Marked[]> {
  for (const { seq, start, end } of picked) {
    marks.set(seq, [...(marks.get(seq) ?? []), { id: pickedId, key: "", criterion: "", start, end }]);
  }
  return marks;
}

/** The words that are picked stay in view. */
function useShowPicked(isPicking: boolean, places: Quoting["places"]) {
  useEffect(() => {
    if (!isPicking || places.length === 0) return;
    const picked = [...document.querySelectorAll("mark.picked, [data-picked]")];
    picked.at(-1)?.scrollIntoView({ block: "nearest" });
  }, [isPicking, places]);
}

type TakeDrawingProps = { turn: ReadTurn; openKey: string; onTake: (quotes: readonly ReviewQuote[]) => void };

function TakeDrawing({ turn, openKey, onTake }: TakeDrawingProps) {
  const quote = quoteAt(turn, { start: 0, end: turn.text.length });
  return quote ? (
    <Button look="bare" type="button" className="needs-script" onClick={() => onTake([quote])}>
      Use this drawing as evidence for {openKey}
    </Button>
  ) : null;
}
