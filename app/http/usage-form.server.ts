import { z } from "zod";
import { ApiKeySchema } from "#app/domain/usage/api-key.ts";
import { BudgetAmountSchema } from "#app/domain/usage/budget.ts";

/** The forms of an organisation's usage page. */
export const UsageFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("budget"), totalUsd: BudgetAmountSchema, perPersonUsd: BudgetAmountSchema }),
  z.object({ intent: z.literal("key"), apiKey: ApiKeySchema }),
  z.object({ intent: z.literal("remove-key") }),
]);
export type UsageForm = z.infer<typeof UsageFormSchema>;
