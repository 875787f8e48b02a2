import { VerdictMark } from "#app/components/ui/verdict.tsx";
import type { NumbersView, WrongNumber } from "#app/domain/grading/findings/numbers/number-view.ts";
import { atStart, type Candidate } from "../candidate-words.ts";
import { checkId, wordsId } from "../ties.ts";
import "./numbers.css";

type NumbersProps = { numbers: NumbersView; candidate?: Candidate };

/** The numbers an answer gives: the wrong ones with their sum, those that hold in one line each. */
export function Numbers({ numbers: { wrong, holding, unchecked }, candidate = "you" }: NumbersProps) {
  if (wrong.length === 0 && holding.length === 0) return null;
  return (
    <section className="numbers part" aria-labelledby="numbers-title">
      <h2 id="numbers-title">Numbers {candidate} gave</h2>
      <p className="small muted">
        Worked out again by code, and compared with what {candidate} were told.
        {unchecked === 0 ? null : ` ${uncheckedWords(unchecked)}`}
      </p>
      {wrong.length === 0 ? null : (
        <ul className="wrong-numbers">
          {wrong.map((number) => (
            <li key={number.key} id={checkId(number.key)} data-checks={number.key} className="wrong-number-item">
              <a
                className="check-key"
                href={`#${wordsId(`${number.key}-1`)}`}
                aria-label={`${number.key}, to the words: ${number.claimed}`}
              >
                {number.key}
              </a>
              <div>
                <p className="wrong-number-words">
                  {atStart(candidate)} said {number.claimed}; it is {number.computed}.
                </p>
                <Sum number={number} candidate={candidate} />
                {number.note ? <p className="small muted">{number.note}</p> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {holding.length === 0 ? null : <Holding holding={holding} />}
    </section>
  );
}

function uncheckedWords(unchecked: number): string {
  return unchecked === 1 ? "One more could not be checked." : `${unchecked} more could not be checked.`;
}

type NumberProps = { number: WrongNumber; candidate: Candidate };

/** A sum set like one on paper, the claim struck. */
function Sum({ number: { sum, computed, claimed }, candidate }: NumberProps) {
  const [terms = sum, result = computed] = sum.split(" = ");
  return (
    <div className="sum">
      <span>{terms}</span>
      <span>{result === terms ? computed : result}</span>
      <span className="total">{atStart(candidate)} said</span>
      <s className="total">{claimed}</s>
    </div>
  );
}

function Holding({ holding }: Pick<NumbersView, "holding">) {
  return (
    <details className="holding-numbers" open={holding.length <= 6}>
      <summary>{holding.length === 1 ? "One holds" : `${holding.length} hold`}</summary>
      <ul>
        {holding.map(({ claimed, reason }) => (
          <li key={reason}>
            <VerdictMark verdict="met" words={claimed} /> <span className="small muted">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The note in the margin beside the words of a wrong number. */
export function NumberNote({ number, candidate }: NumberProps) {
  return (
    <li className="note bad" data-checks={number.key}>
      <span className="note-head">
        <a href={`#${checkId(number.key)}`}>{number.key}</a>
        <b>Number check</b>
      </span>
      <b>
        {number.computed}, not {number.claimed}.
      </b>
      <Sum number={number} candidate={candidate} />
    </li>
  );
}
