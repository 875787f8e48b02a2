import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { openKey } from "./seal-key.server.ts";

/**
 * Who pays for a call, where it goes and which model answers. Without `baseURL` it goes to Anthropic. `noKeyBecause` says
 * why there is no key, where that is more than that none was set.
 */
export type AnthropicAccount = {
  apiKey: string | null;
  baseURL?: string | null | undefined;
  model: string;
  noKeyBecause?: string | undefined;
  /** What to check where the key is not accepted; without it the server's own setting. */
  keyName?: string | undefined;
};

/** The account of whoever runs this server. */
export function serverAccount(): AnthropicAccount {
  const { apiKey, baseUrl, model } = env().anthropic;
  return { apiKey, baseURL: baseUrl, model };
}

type Reader = Pick<Prisma.TransactionClient, "organisation">;

/**
 * The account that pays for what belongs to an organisation: its own key where it has set one, else the server's. A key
 * that was set and cannot be opened is not replaced by the server's: the organisation chose to pay for itself.
 */
export async function accountFor(
  organisationId: string | null,
  { reader = db() }: { reader?: Reader } = {},
): Promise<AnthropicAccount> {
  const account = serverAccount();
  if (organisationId === null) return account;
  const organisation = await reader.organisation.findUnique({ where: { id: organisationId } });
  if (!organisation?.sealedApiKey) return account;
  const apiKey = openKey(organisation.sealedApiKey, organisationId);
  if (apiKey !== null) return { ...account, apiKey, keyName: `the key of ${organisation.name}` };
  return { ...account, apiKey: null, noKeyBecause: cannotOpen(organisation.name) };
}

function cannotOpen(name: string): string {
  return `The key of ${name} for the model's API can no longer be opened; an admin of ${name} has to set it again.`;
}

/** Whether a model can be asked at all for what belongs to an organisation, or to none. */
export async function canUseModel(organisationId: string | null, options?: { reader?: Reader }): Promise<boolean> {
  return (await accountFor(organisationId, options)).apiKey !== null;
}

/** The grader of a new session: the one GRADER names, or else the model where somebody pays for it. */
export async function graderFor(organisationId: string | null, options?: { reader?: Reader }): Promise<GraderName> {
  const { grader, graderIsChosen } = env();
  if (graderIsChosen || organisationId === null) return grader;
  const { apiKey, noKeyBecause } = await accountFor(organisationId, options);
  return apiKey !== null || noKeyBecause !== undefined ? "anthropic" : "offline";
}
