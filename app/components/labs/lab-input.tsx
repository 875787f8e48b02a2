import { Link } from "@remix-run/react";
import { useId, type CSSProperties } from "react";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import { wholePercent } from "#app/components/ui/whole-percent.ts";
import type { Input, OtherValue } from "#app/domain/simulator/input.ts";
import { amountWords, isMoney, unitWords, valueWords } from "./amount.ts";
import { positionOf, trackOf, valueAt, type SliderTrack } from "./slider-track.ts";
import "./labs.css";

export type LabInputProps = {
  input: Input;
  /** What the number field shows, as it was typed. */
  text: string;
  /** What is computed with. */
  value: number;
  /** What is wrong with the text, in words that name the limits. */
  fault?: string | null;
  /** A new text, typed or by the slider; nothing else changes. */
  onText: (text: string) => void;
  /** Words for values that have a better name than their number, such as "weekly". */
  wordsOf?: (value: number) => string | null;
  /** The address with this value set, so that what another source says can be tried. */
  hrefOf?: (value: number) => string;
  /** The entry of the ledger for the input's own figure. */
  figureHref?: string | null;
};

/**
 * One number of a model: a field and a slider, the source of its default, and what other lines say, marked on the track.
 * Without scripts it is a field of the form around it.
 */
export function LabInput(props: LabInputProps) {
  const { input, text, value, fault = null, onText } = props;
  const id = useId();
  const track = trackOf(input);
  const unit = unitWords(input.unit);
  return (
    <div className="lab-input">
      <div className="lab-input-head">
        <label id={`${id}-label`} htmlFor={id}>
          {input.label}
          {unit === "" ? null : <span className="lab-input-unit">{unit}</span>}
        </label>
        <span className="lab-input-field">
          {isMoney(input.unit) ? <span aria-hidden="true">$</span> : null}
          <input
            id={id}
            name={input.id}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            aria-invalid={fault ? true : undefined}
            aria-describedby={`${fault ? `${id}-fault ` : ""}${id}-source`}
            onChange={(event) => onText(event.target.value)}
          />
        </span>
      </div>
      {track ? <Slider {...props} track={track} labelId={`${id}-label`} value={value} /> : null}
      {fault ? (
        <p className="field-error" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      <Origin {...props} id={`${id}-source`} />
    </div>
  );
}

type SliderProps = LabInputProps & { track: SliderTrack; labelId: string };

function Slider({ input, track, labelId, value, onText, wordsOf }: SliderProps) {
  const position = positionOf(track, value);
  const words = (each: number) => wordsOf?.(each) ?? shortAmount(each, input);
  const shareOf = (each: number) => `${((100 * positionOf(track, each)) / track.steps).toFixed(2)}%`;
  return (
    <div className="lab-slider">
      <input
        type="range"
        min={0}
        max={track.steps}
        step={1}
        value={Math.round(position)}
        aria-labelledby={labelId}
        aria-valuetext={wordsOf?.(value) ?? amountWords(value, input.unit)}
        style={{ "--p": shareOf(value) } as CSSProperties}
        onChange={(event) => onText(String(valueAt(track, event.target.valueAsNumber, input.whole)))}
      />
      <span className="lab-slider-marks" aria-hidden="true">
        {marksOf(input).map((mark) => (
          <i key={`${mark.value} ${mark.source}`} className={mark.kind} style={{ left: shareOf(mark.value) }} />
        ))}
      </span>
      <span className="lab-slider-ends tiny muted num" aria-hidden="true">
        <span>{words(track.low)}</span>
        <span>{words(track.high)}</span>
      </span>
    </div>
  );
}

function shortAmount(value: number, { unit }: Input): string {
  return unit.startsWith("share") ? wholePercent(value) : valueWords(value, unit);
}

type Mark = OtherValue & { kind: "own" | "other" | "threshold" };

/** The default, and every other value that a source has for this input. */
function marksOf({ default: own, source, conflicts = [], thresholds = [], spread }: Input): Mark[] {
  const ends = spread
    ? [spread.low, spread.high]
        .filter((value) => value !== own)
        .map((value) => ({ value, says: "an end of the printed range", source: spread.source }))
    : [];
  const other = [...ends, ...conflicts].map((each) => ({ ...each, kind: "other" as const }));
  const limits = thresholds.map((each) => ({ ...each, kind: "threshold" as const }));
  return [{ value: own, says: "", source: source ?? "", kind: "own" }, ...other, ...limits];
}

function Origin({ input, id, hrefOf, figureHref, wordsOf }: LabInputProps & { id: string }) {
  const { source, basis, unit, default: own } = input;
  const others = marksOf(input).filter(({ kind }) => kind !== "own");
  const from = source ? sourceWords(source) : basis ? "Assumed" : "Ours";
  return (
    <div className="lab-input-origin tiny">
      <p id={id}>
        {figureHref ? <Link to={figureHref}>{from}</Link> : from}
        {`: ${wordsOf?.(own) ?? amountWords(own, unit)}`}
        {basis ? `, ${basis}` : null}.
      </p>
      {others.length > 0 ? (
        <details>
          <summary>{others.length === 1 ? "One other value" : `${others.length} other values`} in the sources</summary>
          <ul>
            {others.map((mark) => (
              <li key={`${mark.kind} ${mark.value} ${mark.source}`}>
                {hrefOf ? (
                  <Link to={hrefOf(mark.value)} replace preventScrollReset>
                    {amountWords(mark.value, unit)}
                  </Link>
                ) : (
                  amountWords(mark.value, unit)
                )}
                , {sourceWords(mark.source)}: {mark.says}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
