/** Everything that is trained and tested on, drawn once for a seed. What is tested on is never trained on. */
import type { Random } from "../seeded-random.ts";
import {
  districtDesk,
  districts,
  drawExamples,
  generalDesk,
  isWithin,
  mislabelSome,
  type Customer,
  type Example,
  type Point,
} from "./tasks.ts";

type PerCustomer = Readonly<Record<Customer, readonly Example[]>>;

export type Collections = {
  /** What the base network learns the general rule from. */
  general: readonly Example[];
  /** The part of it outside a customer's district: general data to mix in. */
  mixable: PerCustomer;
  /** The general rule outside a customer's district, and outside both, to test on. */
  unseenGeneral: PerCustomer;
  unseenOutsideBoth: readonly Example[];
  /** A customer's convention, to learn and to test on. */
  convention: PerCustomer;
  unseenConvention: PerCustomer;
};

const generalCount = 2000;
const conventionCount = 1000;
const unseenCount = 300;

const forBoth = (of: (customer: Customer) => readonly Example[]): PerCustomer => ({
  first: of("first"),
  second: of("second"),
});

export function drawCollections(random: Random): Collections {
  const drawConvention = (count: number) =>
    forBoth((customer) => {
      const district = districts[customer];
      const where = (point: Point) => isWithin(point, district);
      return drawExamples({ count, random, where, deskOf: (point) => districtDesk(point, district) });
    });
  const outside = (customer: Customer) => (point: Point) => !isWithin(point, districts[customer]);
  const everywhere = drawExamples({ count: generalCount, random, where: () => true, deskOf: generalDesk });
  const general = mislabelSome(everywhere, random);
  const clean = drawConvention(conventionCount);
  const unseenGeneral = forBoth((customer) =>
    drawExamples({ count: unseenCount, random, where: outside(customer), deskOf: generalDesk }),
  );
  return {
    general,
    mixable: forBoth((customer) => general.filter(outside(customer))),
    unseenGeneral,
    unseenOutsideBoth: unseenGeneral.first.filter(outside("second")),
    convention: forBoth((customer) => mislabelSome(clean[customer], random)),
    unseenConvention: drawConvention(unseenCount),
  };
}
