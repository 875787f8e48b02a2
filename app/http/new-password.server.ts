import { z } from "zod";
import { longestPassword, shortestPassword } from "#app/domain/accounts/password.ts";

export const tooShort = `Use at least ${shortestPassword} characters.`;
export const tooLong = `Use at most ${longestPassword} characters.`;

export const newPassword = z.string().min(shortestPassword, tooShort).max(longestPassword, tooLong);
