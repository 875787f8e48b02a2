import { z } from "zod";
import { oneLine } from "#app/domain/text/one-line.ts";
import { newPassword } from "./new-password.server.ts";

const id = z.string().max(100);
const tooLong = "Use at most 80 characters.";
const name = (missing: string) => z.string().transform(oneLine).pipe(z.string().min(1, missing).max(80, tooLong));

/** What the forms on the page of somebody's own account send. */
export const AccountFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change-name"), name: name("Enter the name you want to be shown.") }),
  z.object({ intent: z.literal("send-verification") }),
  z.object({
    intent: z.literal("change-password"),
    current: z.string().min(1, "Enter the password you have now."),
    wanted: newPassword,
    endOthers: z.literal("yes").optional(),
  }),
  z.object({ intent: z.literal("send-password-link") }),
  z.object({ intent: z.literal("rename-passkey"), id, passkeyName: name("Enter a name you will know it by.") }),
  z.object({ intent: z.literal("remove-passkey"), id }),
  z.object({ intent: z.literal("end-sign-in"), id }),
  z.object({ intent: z.literal("end-other-sign-ins") }),
]);
export type AccountForm = z.infer<typeof AccountFormSchema>;
