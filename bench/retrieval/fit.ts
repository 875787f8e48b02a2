/** A list of candidates of which some answer; how much it counts. */
export type Ranked = { weight: number; candidates: { isAnswer: boolean; values: number[] }[] };

/** Something that is or is not so, with what speaks for it. */
export type Judged = { isTrue: boolean; values: number[]; weight: number };

export type Logistic = { bias: number; weights: number[] };

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

type Objective = (weights: readonly number[]) => { loss: number; gradient: number[] };

/** Gradient descent whose step grows while it helps and halves when it does not; the objectives here are smooth. */
function descend(objective: Objective, start: number[]): number[] {
  let weights = start;
  let { loss, gradient } = objective(weights);
  let step = 0.01;
  for (let round = 0; round < 3_000 && step > 1e-9; round += 1) {
    const next = weights.map((weight, at) => weight - step * (gradient[at] ?? 0));
    const tried = objective(next);
    if (tried.loss < loss) {
      weights = next;
      ({ loss, gradient } = tried);
      step *= 1.2;
    } else {
      step /= 2;
    }
  }
  return weights;
}

/** Weights under which a list's answers are most likely first: softmax over each list, with a little shrinking. */
export function fitRanking(lists: readonly Ranked[], shrink = 1): number[] {
  const usable = lists.filter(({ candidates }) => candidates.some(({ isAnswer }) => isAnswer));
  const size = usable[0]?.candidates[0]?.values.length ?? 0;
  return descend(
    (weights) => {
      let loss = (shrink * dot(weights, weights)) / 2;
      const gradient = weights.map((weight) => shrink * weight);
      for (const { weight, candidates } of usable) {
        const sums = candidates.map(({ values }) => dot(values, weights));
        const top = Math.max(...sums);
        const odds = sums.map((sum) => Math.exp(sum - top));
        const all = odds.reduce((sum, each) => sum + each, 0);
        const right = candidates.reduce((sum, { isAnswer }, at) => sum + (isAnswer ? (odds[at] ?? 0) : 0), 0);
        loss -= weight * Math.log(right / all);
        for (const [at, { isAnswer, values }] of candidates.entries()) {
          const share = (odds[at] ?? 0) / all - (isAnswer ? (odds[at] ?? 0) / right : 0);
          for (let place = 0; place < size; place += 1) {
            gradient[place] = (gradient[place] ?? 0) + weight * share * (values[place] ?? 0);
          }
        }
      }
      return { loss, gradient };
    },
    Array.from({ length: size }, () => 0),
  );
}

/** Logistic regression with both classes weighing the same in all, and a little shrinking. */
export function fitLogistic(judged: readonly Judged[], shrink = 0.002): Logistic {
  const size = judged[0]?.values.length ?? 0;
  const mass = (isTrue: boolean) => judged.reduce((sum, each) => sum + (each.isTrue === isTrue ? each.weight : 0), 0);
  const [yes, no] = [mass(true), mass(false)];
  const fitted = descend(
    (all) => {
      const [bias = 0, ...weights] = all;
      let loss = (shrink * dot(weights, weights)) / 2;
      const gradient = [0, ...weights.map((weight) => shrink * weight)];
      for (const { isTrue, values, weight } of judged) {
        const chance = 1 / (1 + Math.exp(-(bias + dot(values, weights))));
        const counts = weight / (isTrue ? yes : no);
        loss -= counts * Math.log(Math.max(1e-12, isTrue ? chance : 1 - chance));
        const error = counts * (chance - (isTrue ? 1 : 0));
        gradient[0] = (gradient[0] ?? 0) + error;
        for (let at = 0; at < size; at += 1) gradient[at + 1] = (gradient[at + 1] ?? 0) + error * (values[at] ?? 0);
      }
      return { loss, gradient };
    },
    Array.from({ length: size + 1 }, () => 0),
  );
  const [bias = 0, ...weights] = fitted;
  return { bias, weights };
}

/** To say that nothing fits where something does hides it; a weak list is seen to be weak. */
const missedWeight = 2;

/** The threshold at which the two kinds of mistakes weigh least together; of several the one in the middle. */
export function chooseThreshold(judged: readonly Judged[], { bias, weights }: Logistic): number {
  const scored = judged.map(({ values, isTrue }) => ({
    chance: 1 / (1 + Math.exp(-(bias + dot(values, weights)))),
    isTrue,
  }));
  const steps = Array.from({ length: 99 }, (_, at) => (at + 1) / 100);
  const share = (isTrue: boolean, isWrong: (chance: number) => boolean) => {
    const of = scored.filter((each) => each.isTrue === isTrue);
    return of.filter(({ chance }) => isWrong(chance)).length / of.length;
  };
  const mistakes = (edge: number) =>
    missedWeight * share(true, (chance) => chance < edge) + share(false, (chance) => chance >= edge);
  const fewest = Math.min(...steps.map(mistakes));
  const best = steps.filter((edge) => mistakes(edge) <= fewest + 1e-9);
  return best[Math.floor(best.length / 2)] ?? 0.5;
}
