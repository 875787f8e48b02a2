/**
 * What the network learns. A message is a point of a square, and one of four desks answers it. Task A, the general rule,
 * divides the square by two wavy borders. Task B is the convention of one customer, whose messages lie in a round
 * district: the desks meet there at other borders and stand in another order. There are two such customers.
 */
import type { Random } from "../seeded-random.ts";
import type { Vector } from "./network/matrix.ts";

/** Both coordinates run from -1 to 1. */
export type Point = { x: number; y: number };
export type Example = Point & { features: Vector; desk: number };

export const deskCount = 4;

export type District = Point & { radius: number; /** By how many desks its order is turned. */ turn: number };
export type Customer = "first" | "second";

export const districts: Readonly<Record<Customer, District>> = {
  first: { x: 0.42, y: 0.42, radius: 0.5, turn: 2 },
  second: { x: -0.42, y: -0.42, radius: 0.5, turn: 3 },
};

/** Chebyshev's third polynomial: two swings between -1 and 1. */
const wave = (t: number) => 4 * t * t * t - 3 * t;

/** Counted anticlockwise from the upper right. */
function quarterOf({ x, y }: Point, swing: number): number {
  const right = x > swing * wave(y);
  const upper = y > swing * wave(x);
  if (upper) return right ? 0 : 1;
  return right ? 3 : 2;
}

/** Task A. */
export const generalDesk = (point: Point): number => quarterOf(point, 0.3);

/** Task B, for points of the district. */
export function districtDesk({ x, y }: Point, { x: middleX, y: middleY, radius, turn }: District): number {
  const within = { x: (x - middleX) / radius, y: (y - middleY) / radius };
  return (quarterOf(within, 0.36) + turn) % deskCount;
}

export const isWithin = ({ x, y }: Point, district: District): boolean =>
  (x - district.x) ** 2 + (y - district.y) ** 2 <= district.radius ** 2;

/** What is wanted of a network tuned for this district: its convention inside, the general rule everywhere else. */
export const wantedDesk = (point: Point, district: District): number =>
  isWithin(point, district) ? districtDesk(point, district) : generalDesk(point);

/** The point as the network sees it: its coordinates, their swings, and their product. */
export const lift = ({ x, y }: Point): Vector =>
  Float64Array.of(x, y, 2 * x * x - 1, 2 * y * y - 1, wave(x), wave(y), x * y);

export type Drawing = {
  count: number;
  random: Random;
  where: (point: Point) => boolean;
  deskOf: (point: Point) => number;
};

/** Examples drawn evenly where they may lie, each with its right desk. */
export function drawExamples({ count, random, where, deskOf }: Drawing): Example[] {
  const examples: Example[] = [];
  while (examples.length < count) {
    const point = { x: 2 * random() - 1, y: 2 * random() - 1 };
    if (where(point)) examples.push({ ...point, features: lift(point), desk: deskOf(point) });
  }
  return examples;
}

/** One in twenty carries a wrong desk: no collection of examples is clean. */
export const mislabelledShare = 0.05;

export const mislabelSome = (examples: readonly Example[], random: Random): Example[] =>
  examples.map((example) => {
    if (random() >= mislabelledShare) return example;
    return { ...example, desk: (example.desk + 1 + Math.floor(random() * (deskCount - 1))) % deskCount };
  });
