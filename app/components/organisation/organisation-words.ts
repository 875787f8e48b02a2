import { roleName, type Role } from "#app/domain/accounts/roles.ts";

/** Roles as one says them: "Instructor and reviewer". */
export function rolesWords(roles: readonly Role[]): string {
  const names = roles.map((role) => roleName[role].toLowerCase());
  const words = [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");
  return words === "" ? "No role" : words[0]?.toUpperCase() + words.slice(1);
}

export const lastAdminWords = "Make somebody else an admin first: without one, nobody could manage the members.";

export const takenWords =
  "You are the only member, and its scenarios have been taken: those interviews are read by it. To leave, invite somebody on the members page, make them an admin, and hand over to them here.";
