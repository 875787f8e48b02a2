import { BarChart, type ChartBar } from "#app/components/charts/bar-chart.tsx";
import { LineChart } from "#app/components/charts/line-chart.tsx";
import { streamedAnswers, type StreamValues } from "#app/domain/simulator/latency/streaming.ts";
import { numberWords, shortWords } from "../amount.ts";
import { BreakEvenList } from "../preset/break-even-list.tsx";
import { msWords, type LatencyShown, type LatencyView } from "./latency-view.ts";

function answer({ values }: LatencyShown): string {
  const { rag, ft } = streamedAnswers(values as StreamValues);
  return `With retrieval the first word is there after ${msWords(rag.firstTokenMs)} and the last after ${msWords(rag.totalMs)}; tuned, after ${msWords(ft.firstTokenMs)} and ${msWords(ft.totalMs)}.`;
}

function FirstAndLast({ values }: LatencyShown) {
  const { rag, ft } = streamedAnswers(values as StreamValues);
  const bars: ChartBar[] = [
    { id: "rag", label: "RAG", approach: "rag", streamed: rag } as const,
    { id: "ft", label: "Fine-tune", approach: "fine-tune", streamed: ft } as const,
  ].map(({ streamed: { firstTokenMs, totalMs }, ...bar }) => ({
    ...bar,
    value: firstTokenMs,
    upTo: totalMs,
    words: `${numberWords(Math.round(firstTokenMs))} to ${numberWords(Math.round(totalMs))}`,
  }));
  return (
    <BarChart
      statement="Streaming hides writing, and never reading."
      caption="The bar is the wait for the first token: looking up and reading the prompt. The thin line is the writing, which streaming shows as it comes."
      label={bars.map(({ label, words }) => `${label}: first and last token after ${words} ms`).join("; ")}
      bars={bars}
      axis="milliseconds until the first token, then until the last"
      table={{
        columns: [{ label: "Side" }, { label: "First token" }, { label: "Last token" }],
        rows: bars.map(({ label, value, upTo }) => [label, msWords(value), msWords(upTo ?? value)]),
      }}
    />
  );
}

function LengthChart(shown: LatencyShown) {
  const values = shown.values as StreamValues;
  const over = shown.computed.breakEvens[0].breakEven;
  const end = Math.max(
    values.outputTokens * 1.5,
    over.kind === "at" && over.value < values.outputTokens * 4 ? over.value * 1.3 : 0,
  );
  const at = (outputTokens: number) => streamedAnswers({ ...values, outputTokens });
  const xs = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * end));
  const line = (of: (tokens: number) => number) => xs.map((x) => ({ x, y: of(x) }));
  const ring =
    over.kind === "at"
      ? [{ x: over.value, y: at(over.value).rag.firstTokenMs, label: `${numberWords(Math.round(over.value))} tokens` }]
      : [];
  return (
    <LineChart
      statement={
        over.kind === "at"
          ? `Beyond ${numberWords(Math.round(over.value))} tokens, retrieval that streams begins before a tuned model that does not is done.`
          : "Retrieval that streams never begins before a tuned model that does not is done."
      }
      caption="Solid lines are the last token, dotted ones the first."
      label={`First and last token over the length of the answer. ${answer(shown)}`}
      x={{ label: "tokens of the answer", domain: [0, end], format: (tokens) => shortWords(tokens, "") }}
      y={{ label: "milliseconds", format: (ms) => shortWords(ms, "") }}
      series={[
        { id: "rag-last", name: "RAG, last", approach: "rag", points: line((x) => at(x).rag.totalMs) },
        {
          id: "rag-first",
          name: "RAG, first",
          approach: "rag",
          look: "second",
          points: line((x) => at(x).rag.firstTokenMs),
        },
        { id: "ft-last", name: "Fine-tune, last", approach: "fine-tune", points: line((x) => at(x).ft.totalMs) },
        {
          id: "ft-first",
          name: "Fine-tune, first",
          approach: "fine-tune",
          look: "second",
          points: line((x) => at(x).ft.firstTokenMs),
        },
      ]}
      markers={[{ id: "now", at: values.outputTokens }]}
      rings={ring}
    />
  );
}

function OverLength(shown: LatencyShown) {
  return (
    <>
      <section aria-labelledby="length">
        <h2 id="length">Over the length of the answer</h2>
        <LengthChart {...shown} />
      </section>
      <section aria-labelledby="streams">
        <h2 id="streams">What streaming changes</h2>
        <p className="prose lab-prose">
          A person reads from the first word on; a program that parses the answer waits for the last. Streaming helps
          the first and does nothing for the second.
        </p>
        <BreakEvenList breakEvens={shown.computed.breakEvens} />
      </section>
    </>
  );
}

export const streamingView: LatencyView = {
  tab: "Streaming",
  first: ["outputTokens", "tokensPerSecond", "ragInputTokens", "ftInputTokens", "lookUpMs", "msPerInputToken"],
  note: "No source gives the length of answers or the speed of writing; both are assumptions to move.",
  answer,
  Chart: FirstAndLast,
  Further: OverLength,
};
