/**
 * The comparison code of S2:108-144: two straight lines over volume. It announces a break-even and contains none,
 * because retrieval starts higher and rises faster.
 */
import { crossing } from "../break-even.ts";
import { line, type Line } from "../line.ts";
import { definePreset, type Preset } from "../preset.ts";
import { perQueryInputs } from "./per-query-prices.ts";

type CompareValues = Record<keyof typeof perQueryInputs, number>;

/** The four volumes of S2:138-141 with their printed totals, in dollars a month. */
const printed = [
  { queries: 1000, rag: 250, ft: 30, source: "S2:138" },
  { queries: 10_000, rag: 1600, ft: 300, source: "S2:139" },
  { queries: 100_000, rag: 15_100, ft: 3000, source: "S2:140" },
  { queries: 1_000_000, rag: 150_100, ft: 30_000, source: "S2:141" },
];

function totals(values: CompareValues, queries: number) {
  return {
    rag: queries * values.ragUsdPerQuery + values.ragUsdPerMonth,
    ft: queries * values.ftUsdPerQuery + values.ftUsdPerMonth,
  };
}

function compareLines(values: CompareValues): Line[] {
  const unit = "USD/month";
  const own = totals(values, values.queriesPerMonth);
  return [
    ...printed.flatMap(({ queries, rag, ft, source }) => {
      const ours = totals(values, queries);
      const at = `at ${queries} queries a month`;
      return [
        line({ id: `rag-${queries}`, label: `Retrieval ${at}`, unit, value: ours.rag, printed: rag, source }),
        line({ id: `ft-${queries}`, label: `Tuned ${at}`, unit, value: ours.ft, printed: ft, source }),
      ];
    }),
    line({ id: "rag-monthly", label: "Retrieval at the volume set", unit, value: own.rag, source: "S2:117" }),
    line({ id: "ft-monthly", label: "Tuned at the volume set", unit, value: own.ft, source: "S2:122" }),
    line({
      id: "gap",
      label: "Retrieval less tuned at the volume set",
      unit,
      value: own.rag - own.ft,
      source: "S2:127",
    }),
  ];
}

export const compareCosts: Preset = definePreset({
  id: "s2-compare-costs",
  title: "Two straight lines over volume",
  source: "S2:108-144",
  inputs: perQueryInputs,
  compute(values) {
    const overVolume = crossing({
      over: "queries per month",
      unit: "queries per month",
      input: "queriesPerMonth",
      sides: [
        { approach: "rag", fixed: values.ragUsdPerMonth, perUnit: values.ragUsdPerQuery },
        { approach: "fine-tune", fixed: values.ftUsdPerMonth, perUnit: values.ftUsdPerQuery },
      ],
    });
    return {
      lines: compareLines(values),
      breakEvens: [overVolume],
      notes: [
        ...(overVolume.breakEven.kind === "at"
          ? []
          : ["No break-even exists: the two lines never cross at any volume from zero up."]),
        "As printed, retrieval starts $100 higher and rises five times as fast, so the code's own test of whether retrieval wins is false at every volume (S2:127), though the page announces a break-even that depends on volume and on updates (S2:130, S2:144).",
        "Neither outlay nor updates are in the code. With labour and training in front there is a break-even: see the preset s2-setup.",
        "The arrows behind the printed totals are not made by the code that is shown (S2:133, S2:138-141).",
        "Hosting of the tuned model is zero here and a named cost in the set-up table (S2:121, S2:67).",
      ],
    };
  },
});
