/** The one goal somebody can have, for tests that only ask whose it is. */
export function goalOf(userId: string) {
  return { userId, day: "2027-01-01", target: {}, createdAt: new Date("2026-11-01T10:00:00Z") };
}
