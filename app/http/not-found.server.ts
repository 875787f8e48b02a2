/** What is absent and what belongs to somebody else look the same: 404. */
export function requireFound<T>(value: T): NonNullable<T> {
  if (value === null || value === undefined) {
    throw new Response("There is nothing here, or it is not yours.", { status: 404, statusText: "Not Found" });
  }
  return value;
}
