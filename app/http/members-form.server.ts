import { z } from "zod";
import { InvitedAddressSchema } from "#app/domain/accounts/invitation.ts";
import { readRoles, RolesSchema } from "#app/domain/accounts/roles.ts";
import { storable } from "#app/domain/text/storable.ts";
import { readText } from "./form.server.ts";

const id = z.string().max(100).transform(storable);
const roles = RolesSchema.transform(readRoles);

const MembersFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), email: InvitedAddressSchema, roles }),
  z.object({ intent: z.enum(["resend", "revoke"]), invitationId: id }),
  z.object({ intent: z.literal("change"), memberId: id, roles }),
  z.object({ intent: z.literal("remove"), memberId: id }),
]);
export type MembersForm = z.infer<typeof MembersFormSchema>;

/** What was chosen and typed, right or wrong: whoever is refused finds it again. */
export type GivenMember = { email: string; roles: string[]; memberId: string };

export function readGivenMember(form: FormData): GivenMember {
  const roles = form.getAll("roles").filter((role) => typeof role === "string");
  return { email: readText(form, "email"), roles, memberId: readText(form, "memberId") };
}

/** What the forms of the members page send: a problem is told for each field in words. */
export function parseMembersForm(
  form: FormData,
): { ok: true; sent: MembersForm } | { ok: false; fields: Record<string, string> } {
  const sent = MembersFormSchema.safeParse({ ...Object.fromEntries(form), roles: form.getAll("roles") });
  if (sent.success) return { ok: true, sent: sent.data };
  const fields: Record<string, string> = {};
  for (const { path, message } of sent.error.issues) fields[String(path[0] ?? "form")] ??= message;
  return { ok: false, fields };
}
