import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeAdjudication } from "#app/domain/hiring/adjudication.ts";
import { compareReadings, type Reader } from "#app/domain/hiring/comparison.ts";

const criteria = ["framing", "economics", "operations"].map((id, at) => ({ id, key: "ABC".charAt(at), title: id }));

type Levels = Record<string, number | null>;

const reader = (as: Reader["as"], levels: Levels): Reader => ({
  by: as,
  as,
  of: (id) => (id in levels ? { level: levels[id] ?? null, comment: "", quotes: [] } : null),
});

const compare = (readers: Reader[], grader: Levels = {}) =>
  compareReadings({ criteria, readers, grader: (id) => grader[id] ?? null, settled: () => null });

test("what readers differ on most comes first, then what somebody could not tell", () => {
  const you = reader("you", { framing: 2, economics: null, operations: 4 });
  const colleague = reader("colleague", { framing: 2, economics: 1, operations: 1 });
  expect(compare([you, colleague]).map(({ id, apart }) => [id, apart])).toEqual([
    ["operations", 3],
    ["economics", 0],
    ["framing", 0],
  ]);
});

test("the grader's level counts as a difference too, and one that is not shown does not", () => {
  const you = reader("you", { framing: 2, economics: 1, operations: 3 });
  expect(compare([you], { economics: 4 })[0]).toMatchObject({ id: "economics", apart: 3, grader: 4 });
  expect(compare([you]).map(({ apart }) => apart)).toEqual([0, 0, 0]);
});

test("what people differ on comes before what only the grader sees otherwise", () => {
  const you = reader("you", { framing: 2, economics: 1, operations: 3 });
  const colleague = reader("colleague", { framing: 2, economics: 2, operations: 3 });
  const compared = compare([you, colleague], { operations: 0 });
  expect(compared.map(({ id, apart }) => [id, apart])).toEqual([
    ["economics", 1],
    ["operations", 3],
    ["framing", 0],
  ]);
});

test("whoever decided appears only where they were asked", () => {
  const [framing, economics] = compare([
    reader("you", { framing: 0, economics: 2, operations: 2 }),
    reader("decided", { framing: 3 }),
  ]);
  expect(framing?.readings.map(({ as }) => as)).toEqual(["you", "decided"]);
  expect(economics?.readings.map(({ as }) => as)).toEqual(["you"]);
});

test("every criterion stands in a comparison once, however far readers are apart", () => {
  const level = fc.option(fc.integer({ min: 0, max: 4 }));
  const levels = fc.record({ framing: level, economics: level, operations: level });
  fc.assert(
    fc.property(fc.array(levels, { minLength: 1, maxLength: 5 }), (given) => {
      const compared = compare(given.map((each, at) => reader(at === 0 ? "you" : "colleague", each)));
      expect(compared.map(({ id }) => id).sort()).toEqual(criteria.map(({ id }) => id).sort());
      const apart = compared.map((each) => each.apart);
      expect(apart).toEqual([...apart].sort((a, b) => b - a));
    }),
  );
});

test("a decision takes a level and a reason for each criterion concerned and nothing else", () => {
  const draft = { levels: { framing: 2, economics: 4 }, comments: { framing: " It holds. " }, quotes: {} };
  expect(judgeAdjudication(["framing"], draft)).toEqual({
    ok: true,
    levels: { framing: 2 },
    reasons: { framing: "It holds." },
  });
  const both = judgeAdjudication(["framing", "economics"], draft);
  expect(both).toMatchObject({ ok: false, problems: [{ criterion: "economics" }] });
});

test("that it cannot be told decides nothing", () => {
  const draft = { levels: { framing: null }, comments: { framing: "Cannot tell." }, quotes: {} };
  expect(judgeAdjudication(["framing"], draft)).toMatchObject({ ok: false, problems: [{ criterion: "framing" }] });
});
