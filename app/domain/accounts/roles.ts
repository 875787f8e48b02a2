/**
 * What a member of an organisation may be. One person can be several of them: who writes scenarios may also review.
 */
import { z } from "zod";

export const roles = ["candidate", "instructor", "reviewer", "admin"] as const;
export const RoleSchema = z.enum(roles);
export type Role = z.infer<typeof RoleSchema>;

export const RolesSchema = z.array(RoleSchema).min(1, "Choose at least one role.");

export const roleName: Record<Role, string> = {
  candidate: "Candidate",
  instructor: "Instructor",
  reviewer: "Reviewer",
  admin: "Admin",
};

/** For whoever chooses one for somebody. */
export const roleMeans: Record<Role, string> = {
  candidate: "takes the organisation's scenarios and reads its study pages",
  instructor: "writes scenarios and study pages, and sees how they are answered",
  reviewer: "reads finished sessions and gives levels",
  admin: "all of this, and members, keys, budgets and usage",
};

/** Roles from the database; what is no role, as after going back to an older version, counts for nothing. */
export function readRoles(stored: readonly string[]): Role[] {
  return roles.filter((role) => stored.includes(role));
}
