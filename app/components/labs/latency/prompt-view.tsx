import { BarChart } from "#app/components/charts/bar-chart.tsx";
import { LineChart } from "#app/components/charts/line-chart.tsx";
import { numberWords, shortWords } from "../amount.ts";
import { BreakEvenList } from "../preset/break-even-list.tsx";
import { msWords, valueOf, type LatencyShown, type LatencyView } from "./latency-view.ts";

function answer(shown: LatencyShown): string {
  const limit = msWords(shown.values.budgetMs ?? 0);
  const room = shown.computed.breakEvens[0].breakEven;
  const each = `Every 100 tokens of prompt take ${msWords(100 * valueOf(shown, "ms-per-token"))}.`;
  if (room.kind !== "at") return `${each} No prompt meets a limit of ${limit} on this line.`;
  return `${each} A limit of ${limit} leaves room for a prompt of ${numberWords(Math.round(room.value))} tokens.`;
}

function OverTokens(shown: LatencyShown) {
  const { longTokens = 0, shortTokens = 0, longMs = 0, shortMs = 0, budgetMs = 0 } = shown.values;
  const room = shown.computed.breakEvens[0].breakEven;
  const slope = valueOf(shown, "ms-per-token");
  const at = (tokens: number) => shortMs + (tokens - shortTokens) * slope;
  const end = Math.max(longTokens * 1.15, room.kind === "at" && room.value < longTokens * 3 ? room.value * 1.1 : 0);
  const points = [0, shortTokens, longTokens, end].map((x) => ({ x, y: Math.max(0, at(x)) }));
  return (
    <LineChart
      statement="A straight line through two measurements."
      caption="The dots are the covenant system before and after training; the dashed line is the limit. Whether answers became shorter, too, is not stated."
      label={`Median time over prompt length. ${answer(shown)}`}
      x={{ label: "tokens of the prompt", domain: [0, end], format: (tokens) => shortWords(tokens, "") }}
      y={{ label: "milliseconds at the median", format: (ms) => shortWords(ms, "") }}
      series={[
        {
          id: "line",
          name: "Covenants",
          points,
          marks: [
            { x: longTokens, y: longMs },
            { x: shortTokens, y: shortMs },
          ],
        },
        {
          id: "limit",
          name: `limit, ${msWords(budgetMs)}`,
          look: "printed",
          points: [0, end].map((x) => ({ x, y: budgetMs })),
        },
      ]}
      rings={room.kind === "at" ? [{ x: room.value, y: budgetMs, label: numberWords(Math.round(room.value)) }] : []}
    />
  );
}

function BeforeAndAfter(shown: LatencyShown) {
  const { longMs = 0, shortMs = 0, reviewLongMs = 0, reviewShortMs = 0 } = shown.values;
  const rows = [
    { id: "covenants-before", label: "Covenants, long prompt", value: longMs },
    { id: "covenants-after", label: "Covenants, tuned", approach: "fine-tune" as const, value: shortMs },
    { id: "review-before", label: "Code review, long prompt", value: reviewLongMs },
    { id: "review-after", label: "Code review, tuned", approach: "fine-tune" as const, value: reviewShortMs },
  ];
  const cut = (id: string) => `${numberWords(Number(valueOf(shown, id).toFixed(1)))} %`;
  return (
    <>
      <section aria-labelledby="before">
        <h2 id="before">Before and after</h2>
        <BarChart
          statement={`${cut("covenant-latency-cut")} and ${cut("review-latency-cut")} less time.`}
          caption={`The covenant prompt became ${cut("covenant-token-cut")} shorter; the code review’s prompt is not stated.`}
          label={rows.map(({ label, value }) => `${label}: ${msWords(value)}`).join("; ")}
          bars={rows.map((row) => ({ ...row, words: msWords(row.value) }))}
          axis="milliseconds at the median"
          table={{
            columns: [{ label: "System" }, { label: "Time" }],
            rows: rows.map(({ label, value }) => [label, msWords(value)]),
          }}
        />
      </section>
      <section aria-labelledby="room">
        <h2 id="room">What the limit leaves room for</h2>
        <p className="prose lab-prose">
          Training pays here because examples and instructions leave the prompt, not because a tuned model is quick. The
          same tokens saved by retrieving less would save the same time.
        </p>
        <BreakEvenList breakEvens={shown.computed.breakEvens} />
      </section>
    </>
  );
}

export const promptView: LatencyView = {
  tab: "Shorter prompts",
  first: ["longTokens", "shortTokens", "longMs", "shortMs", "budgetMs"],
  note: "One pair of medians gives all the credit to the prompt.",
  answer,
  Chart: OverTokens,
  Further: BeforeAndAfter,
};
