import { bandName } from "#app/components/ui/band-scale.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { bandFloors } from "#app/domain/grading/score.ts";
import { byScenario, progressWords, type Attempt } from "./progress-words.ts";
import "./attempts-chart.css";

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; inset: number };

/** `inset` keeps the first dot clear of the band names that stand at the left of the plot. */
const wide: Frame = { width: 700, height: 320, left: 36, right: 250, top: 24, bottom: 40, inset: 92 };
const narrow: Frame = { width: 310, height: 280, left: 30, right: 14, top: 24, bottom: 40, inset: 84 };

/** Scores in the order of the attempts. Drawn twice, so that a narrow page gets its own drawing and not a small one. */
export function AttemptsChart({ attempts }: { attempts: readonly Attempt[] }) {
  const label = `Scores of ${attempts.length} attempts in order: ${attempts.map((each) => each.score).join(", ")}.`;
  return (
    <figure className="attempts-chart">
      <div className="fig">
        <Drawing className="wide" frame={wide} attempts={attempts} label={label} />
        <Drawing className="narrow" frame={narrow} attempts={attempts} label={label} />
      </div>
      <figcaption className="fig-caption">
        <b>{progressWords(attempts)}</b> Each dot is a graded attempt, a line joins attempts at one scenario; the score
        runs from 0 to 100. <a href="#attempts-table">The same as a table</a>
      </figcaption>
    </figure>
  );
}

type DrawingProps = { className: string; frame: Frame; attempts: readonly Attempt[]; label: string };

function Drawing({ className, frame, attempts, label }: DrawingProps) {
  const { width, height, left, right, top, bottom, inset } = frame;
  const step = (width - left - right - inset - 12) / Math.max(1, attempts.length - 1);
  const order = new Map(attempts.map((each, index) => [each.sessionId, index]));
  const x = (attempt: Attempt) => left + inset + step * (order.get(attempt.sessionId) ?? 0);
  const y = (score: number) => height - bottom - (score / 100) * (height - top - bottom);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {bandFloors.map(({ band, from }) => (
        <g key={band}>
          <path className={from === 0 ? "axis" : "grid"} d={`M${left} ${y(from)}H${width - right}`} />
          <text className="tick" x={left - 8} y={y(from) + 4} textAnchor="end">
            {from}
          </text>
          <text className="band" x={left + 6} y={y(from) - 6}>
            {bandName[band]}
          </text>
        </g>
      ))}
      <path className="grid" d={`M${left} ${y(100)}H${width - right}`} />
      <text className="tick" x={left - 8} y={y(100) + 4} textAnchor="end">
        100
      </text>
      <EndLabels frame={frame} attempts={attempts} x={x} y={y} />
      {byScenario(attempts).map((group) => (
        <g key={group[0]?.slug}>
          <path className="line" d={`M${group.map((each) => `${x(each)} ${y(each.score)}`).join("L")}`} />
          {group.map((each) => (
            <g key={each.sessionId}>
              <circle className="dot" cx={x(each)} cy={y(each.score)} r="4.5" />
              {step >= 28 || each === group.at(-1) ? (
                <text className="value" x={x(each)} y={y(each.score) - 10} textAnchor="middle">
                  {each.score}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
      <DateTicks frame={frame} attempts={attempts} x={x} />
    </svg>
  );
}

type Placing = { frame: Frame; attempts: readonly Attempt[]; x: (attempt: Attempt) => number };

/** Names at the last dot of each scenario, where there is room beside the chart; pushed apart so that none overlap. */
function EndLabels({ frame, attempts, x, y }: Placing & { y: (score: number) => number }) {
  if (frame.right < 100) return null;
  const lasts = byScenario(attempts)
    .flatMap((group) => group.slice(-1))
    .sort((a, b) => b.score - a.score);
  let free = 0;
  return lasts.map((attempt) => {
    const at = Math.max(y(attempt.score), free);
    free = at + 18;
    const end = frame.width - frame.right + 12;
    return (
      <g key={attempt.slug}>
        <path className="leader" d={`M${x(attempt) + 7} ${y(attempt.score)}L${end + 4} ${at}`} />
        <text className="name" x={end + 8} y={at + 4}>
          {attempt.title.length > 36 ? `${attempt.title.slice(0, 35)}…` : attempt.title}
        </text>
      </g>
    );
  });
}

/** The days of the first and the last attempt; every dot's day is in the table. */
function DateTicks({ frame, attempts, x }: Placing) {
  const first = attempts.at(0);
  const last = attempts.at(-1);
  if (!first || !last) return null;
  const below = frame.height - frame.bottom + 22;
  return (
    <>
      <text className="tick" x={x(first)} y={below} textAnchor="start">
        {formatUtc(first.finishedAt, "day")}
      </text>
      {last === first ? null : (
        <text className="tick" x={x(last)} y={below} textAnchor="end">
          {formatUtc(last.finishedAt, "day")}
        </text>
      )}
    </>
  );
}
