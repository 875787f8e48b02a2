import { forwardRef, type MouseEvent } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";

type QuoteBarProps = {
  /** Whether the words are being picked by keys, or are selected on the page. */
  isPicking: boolean;
  words: string;
  /** The key of the criterion that the words would be evidence for. */
  criterionKey: string;
  onTake: () => void;
  onClear: () => void;
};

const count = (words: string) => words.split(/\s+/).filter(Boolean).length;

/** A click leaves what is selected as it is, until it does what it is for. */
const leaveSelected = (event: MouseEvent) => event.preventDefault();

/** What is selected in the transcript, and what to do with it. While words are picked by keys, it has the focus. */
export const QuoteBar = forwardRef<HTMLDivElement, QuoteBarProps>(function QuoteBar(props, ref) {
  const { isPicking, words, criterionKey, onTake, onClear } = props;
  const many = count(words);
  return (
    <div
      className="quote-bar"
      ref={ref}
      tabIndex={-1}
      role={isPicking ? "application" : "toolbar"}
      aria-label={isPicking ? "Choosing words by keys" : "Selected words"}
    >
      <p className="small">
        {many} word{many === 1 ? "" : "s"} {isPicking ? "chosen" : "selected"}
      </p>
      <Button look="go" type="button" onMouseDown={leaveSelected} onClick={onTake}>
        Use as evidence for {criterionKey} <Kbd>{isPicking ? "↵" : "E"}</Kbd>
      </Button>
      <Button look="bare" type="button" onMouseDown={leaveSelected} onClick={onClear}>
        Clear <Kbd>Esc</Kbd>
      </Button>
      {isPicking ? (
        <p className="tiny muted quote-bar-keys">
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> sentence, with <Kbd>Shift</Kbd> more of them; <Kbd>?</Kbd> all keys
        </p>
      ) : null}
      <p className="visually-hidden" role="status">
        {isPicking ? words : null}
      </p>
    </div>
  );
});
