/** Posts JSON to this site; what is refused is thrown as the sentence that the server gave for it. */
export async function sendJson(path: string, body: object = {}): Promise<unknown> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const problem = typeof answer === "object" && answer !== null && "problem" in answer ? answer.problem : null;
  throw new Refused(typeof problem === "string" ? problem : "The server did not answer as expected. Try again.");
}

export class Refused extends Error {}
