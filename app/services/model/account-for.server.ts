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

/**
 * Whose doing a call is, and the organisation it is made for, if any. In an assessment the candidate is nobody's member:
 * there the team has said whether a model may take part.
 */
export type Spender = { organisationId: string | null; userId: string | null; candidacyId?: string | null | undefined };

type Reader = Pick<Prisma.TransactionClient, "organisation" | "member" | "candidacy">;
type Options = { reader?: Reader };

/**
 * The account that pays for what somebody does in an organisation: its own key where it has set one, else the server's. A
 * key that was set and cannot be opened is not replaced by the server's: the organisation chose to pay for itself. For
 * whoever is no member any more nobody pays.
 */
export async function accountFor(spender: Spender, { reader = db() }: Options = {}): Promise<AnthropicAccount> {
  const { organisationId } = spender;
  const account = serverAccount();
  if (organisationId === null) return account;
  const organisation = await reader.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  if (!(await maySpend(reader, spender))) {
    const because = spender.candidacyId ? noModelWanted : noMember;
    return { ...account, apiKey: null, noKeyBecause: because(organisation.name) };
  }
  if (!organisation.sealedApiKey) return account;
  const apiKey = openKey(organisation.sealedApiKey, organisationId);
  if (apiKey !== null) return { ...account, apiKey, organisationId, keyName: `the key of ${organisation.name}` };
  return { ...account, apiKey: null, noKeyBecause: cannotOpen(organisation.name) };
}

async function maySpend(reader: Reader, { organisationId, userId, candidacyId }: Spender): Promise<boolean> {
  if (candidacyId) {
    const allowed = { id: candidacyId, assessment: { modelMayGrade: true } };
    return (await reader.candidacy.count({ where: allowed })) > 0;
  }
  return (
    organisationId !== null && userId !== null && (await reader.member.count({ where: { organisationId, userId } })) > 0
  );
}

function noModelWanted(name: string): string {
  return `${name} lets no model take part in this assessment. The offline grader needs none.`;
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
  if (spender.organisationId === null) return grader;
  if (!(await maySpend(reader, spender))) return "offline";
  if (graderIsChosen) return grader;
  const { apiKey, noKeyBecause } = await accountFor(spender, { reader });
  return apiKey !== null || noKeyBecause !== undefined ? "anthropic" : "offline";
}
