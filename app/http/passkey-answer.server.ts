import { z } from "zod";

const CredentialSchema = z.looseObject({ id: z.string().max(2000), response: z.record(z.string(), z.unknown()) });

/** What a browser's passkey has answered; null when it is nothing of the kind. */
export async function readPasskeyAnswer(request: Request): Promise<object | null> {
  const sent: unknown = await request.json().catch(() => null);
  return CredentialSchema.safeParse(sent).data ?? null;
}

/** A sentence for the page that asked by script. */
export function refusePasskey(problem: string, status: number): Response {
  return Response.json({ problem }, { status });
}
