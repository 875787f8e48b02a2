import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { DiagramRuleSchema } from "#app/domain/scenarios/diagram-rule.ts";
import { rulesOf } from "#test/support/drawings.ts";

const folder = new URL("../../fixtures/diagrams/", import.meta.url);
const LabelsSchema = z.record(
  z.string(),
  z.strictObject({ holds: z.array(DiagramRuleSchema), broken: z.array(DiagramRuleSchema) }),
);
const labels = LabelsSchema.parse(parse(readFileSync(new URL("expected.yaml", folder), "utf8")));

test.each(Object.entries(labels))("reads %s as a careful reader does", (name, { holds, broken }) => {
  const found = rulesOf(readFileSync(new URL(`${name}.mmd`, folder), "utf8"));
  const rulesWith = (verdict: string) => found.filter((each) => each.verdict === verdict).map(({ rule }) => rule);
  expect(rulesWith("broken").toSorted()).toEqual(broken.toSorted());
  expect(rulesWith("holds").toSorted()).toEqual(holds.toSorted());
});

test.each(Object.entries(labels))("reads %s the same as a graph and as a flowchart", (name) => {
  const source = readFileSync(new URL(`${name}.mmd`, folder), "utf8");
  const other = source.startsWith("graph")
    ? source.replace("graph", "flowchart")
    : source.replace("flowchart", "graph");
  expect(rulesOf(other)).toEqual(rulesOf(source));
});
