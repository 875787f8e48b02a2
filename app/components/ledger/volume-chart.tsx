import { AxisBottom } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLog } from "@visx/scale";
import { ChartFrame, type DrawingSize } from "#app/components/charts/chart-frame.tsx";
import { sourceWords } from "#app/components/ui/source-note.tsx";
import { valueWords } from "#app/domain/content/figures-words.ts";
import type { VolumeThreshold } from "#app/domain/content/volume-threshold.ts";
import { FigureBadge } from "./figure-badge.tsx";

const million = 1_000_000;

function shortCount(count: number): string {
  return count >= million ? `${count / million}M` : `${count / 1_000}K`;
}

/** The thresholds of the sources on one logarithmic axis, each with its line. */
export function VolumeChart({ thresholds }: { thresholds: readonly VolumeThreshold[] }) {
  const [first, last] = [thresholds[0], thresholds.at(-1)];
  if (!first || !last) return null;
  const said = thresholds.map(({ perMonth, source }) => `${sourceWords(source)}: ${shortCount(perMonth)}`).join("; ");
  return (
    <ChartFrame
      statement="No value is ours."
      caption="A logarithmic axis of queries a month; a threshold a day is taken thirty times. Two of the marks stand on one page."
      label={`Volumes from which training is said to pay, in queries a month. ${said}.`}
      height={{ wide: 210, narrow: 290 }}
      table={{
        columns: [{ label: "Printed", words: true }, { label: "Queries a month" }, { label: "Where", words: true }],
        rows: thresholds.map(({ figure, perMonth, source }) => [
          <span key="printed">
            {valueWords(figure)} <FigureBadge figure={figure} />
          </span>,
          perMonth.toLocaleString("en-US"),
          sourceWords(source),
        ]),
      }}
      renderDrawing={(size) => <Drawing thresholds={thresholds} size={size} />}
    />
  );
}

function Drawing({ thresholds, size }: { thresholds: readonly VolumeThreshold[]; size: DrawingSize }) {
  const volumes = thresholds.map(({ perMonth }) => perMonth);
  const scale = scaleLog({
    domain: [Math.min(...volumes) / 2, Math.max(...volumes) * 2],
    range: [8, size.width - 8],
  });
  const bottom = size.height - 48;
  const levels = size.narrow ? thresholds.length : 2;
  return (
    <>
      <AxisBottom
        scale={scale}
        top={bottom}
        stroke="var(--line-2)"
        tickStroke="var(--line-2)"
        tickValues={[...new Set(volumes)]}
        tickFormat={(value) => shortCount(Number(value))}
        tickLabelProps={{ className: "chart-tick", dy: 6, textAnchor: "middle" }}
      />
      <text className="chart-tick" x={size.width / 2} y={size.height - 4} textAnchor="middle">
        queries a month, logarithmic
      </text>
      {thresholds.map((threshold, at) => (
        <Threshold
          key={threshold.figure.id}
          threshold={threshold}
          x={scale(threshold.perMonth)}
          top={28 + (levels - 1 - (at % levels)) * (size.narrow ? 46 : 56)}
          bottom={bottom}
          isLeft={scale(threshold.perMonth) > size.width * (size.narrow ? 0.4 : 0.55)}
        />
      ))}
    </>
  );
}

type ThresholdProps = { threshold: VolumeThreshold; x: number; top: number; bottom: number; isLeft: boolean };

/** A mark of fine-tuning on the axis, and above it what the source prints. */
function Threshold({ threshold, x, top, bottom, isLeft }: ThresholdProps) {
  const side = isLeft ? ({ x: -7, textAnchor: "end" } as const) : ({ x: 7, textAnchor: "start" } as const);
  return (
    <Group left={x} data-approach="fine-tune">
      <line className="chart-marker" y1={top - 16} y2={bottom - 8} />
      <text className="chart-name" {...side} y={top - 6}>
        {shortCount(threshold.printed.count)} a {threshold.printed.period}
      </text>
      <text className="chart-note" {...side} y={top + 10}>
        {sourceWords(threshold.source)}
      </text>
      <path className="chart-glyph" d={`M0 ${bottom - 9} 7 ${bottom + 3}H-7z`} />
    </Group>
  );
}
