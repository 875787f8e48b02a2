import { z } from "zod";
import {
  ExtraTimeSchema,
  InvitationDaysSchema,
  LinkLabelSchema,
  LinkUsesSchema,
} from "#app/domain/hiring/invitation.ts";

const id = z.string().max(100);
const extraTimePercent = z.coerce.number().pipe(ExtraTimeSchema);
const days = z.coerce.number().pipe(InvitationDaysSchema);

/** What has to be typed before a person's work is deleted. */
const deletionWord = "delete";

const longestPaste = 60_000;

/** The forms of the people page of an assessment. */
export const PeopleFormSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("invite"),
    addresses: z.string().max(longestPaste, "That is too much at once: paste at most 200 addresses."),
    days,
    extraTimePercent,
  }),
  z.object({
    intent: z.literal("link"),
    label: LinkLabelSchema,
    mostUses: z.coerce.number().pipe(LinkUsesSchema),
    days,
    extraTimePercent,
  }),
  z.object({ intent: z.enum(["resend", "revoke"]), invitationId: id }),
  z.object({ intent: z.literal("extra-time"), candidacyId: id, extraTimePercent }),
  z.object({
    intent: z.literal("delete"),
    candidacyId: id,
    confirmation: z
      .string()
      .transform((typed) => typed.trim().toLowerCase())
      .pipe(z.literal(deletionWord, `Type the word ${deletionWord}.`)),
  }),
]);
export type PeopleForm = z.infer<typeof PeopleFormSchema>;
