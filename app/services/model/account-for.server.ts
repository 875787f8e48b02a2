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
  /** Whose key it is; without it that of whoever runs this server. */
  organisationId?: string | undefined;
  noKeyBecause?: string | undefined;
  /** What to check where the key is not accepted; without it the server's own setting. */
  keyName?: string | undefined;
};

/** The account of whoever runs this server. */
export function serverAccount(): AnthropicAccount {
  const { apiKey, baseUrl, model } = env().anthropic;
  return { apiKey, baseURL: baseUrl, model };
}

/** Whose doing a call is, and the organisation it is made for, if any. */
export type Spender = { organisationId: string | null; userId: string | null };

type Options = { reader?: Pick<Prisma.TransactionClient, "organisation" | "member"> };

/**
 * The account that pays for what somebody does in an organisation: its own key where it has set one, else the server's. A
 * key that was set and cannot be opened is not replaced by the server's: the organisation chose to pay for itself. For
 * whoever is no member any more nobody pays.
 */
export async function accountFor(
  { organisationId, userId }: Spender,
  { reader = db() }: Options = {},
): Promise<AnthropicAccount> {
  const account = serverAccount();
  if (organisationId === null) return account;
  const organisation = await reader.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  if (!(await isMember(reader, { organisationId, userId }))) {
    return { ...account, apiKey: null, noKeyBecause: noMember(organisation.name) };
  }
  if (!organisation.sealedApiKey) return account;
  const apiKey = openKey(organisation.sealedApiKey, organisationId);
  if (apiKey !== null) return { ...account, apiKey, organisationId, keyName: `the key of ${organisation.name}` };
  return { ...account, apiKey: null, noKeyBecause: cannotOpen(organisation.name) };
}

async function isMember(
  reader: NonNullable<Options["reader"]>,
  { organisationId, userId }: { organisationId: string; userId: string | null },
): Promise<boolean> {
  return userId !== null && (await reader.member.count({ where: { organisationId, userId } })) > 0;
}

function noMember(name: string): string {
  return `Whoever asked for this is no member of ${name} any more, so ${name} does not pay for a model. The offline grader needs none.`;
}

function cannotOpen(name: string): string {
  return `The key of ${name} for the model's API can no longer be opened; an admin of ${name} has to set it again.`;
}

/** Whether a model can be asked at all for what somebody does in an organisation, or in none. */
export async function canUseModel(spender: Spender, options?: Options): Promise<boolean> {
  return (await accountFor(spender, options)).apiKey !== null;
}

/** The grader of a new session: the one GRADER names, or else the model where somebody pays for it. */
export async function graderFor(spender: Spender, { reader = db() }: Options = {}): Promise<GraderName> {
  const { grader, graderIsChosen } = env();
  const { organisationId, userId } = spender;
  if (organisationId === null) return grader;
  if (!(await isMember(reader, { organisationId, userId }))) return "offline";
  if (graderIsChosen) return grader;
  const { apiKey, noKeyBecause } = await accountFor(spender, { reader });
  return apiKey !== null || noKeyBecause !== undefined ? "anthropic" : "offline";
}
