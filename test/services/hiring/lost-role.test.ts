import { expect, test } from "vitest";
import { newSettings } from "#app/domain/hiring/assessment.ts";
import { db } from "#app/db/client.server.ts";
import { changeAssessment } from "#app/services/hiring/assessments/change-assessment.server.ts";
import { closeAssessment } from "#app/services/hiring/assessments/close-assessment.server.ts";
import { deleteAssessment } from "#app/services/hiring/assessments/delete-assessment.server.ts";
import { openAssessment } from "#app/services/hiring/assessments/open-assessment.server.ts";
import { createAssessment, saveDraftAssessment } from "#app/services/hiring/assessments/save-assessment.server.ts";
import { inviteCandidates } from "#app/services/hiring/invitations/invite-candidates.server.ts";
import { makeLink } from "#app/services/hiring/invitations/make-link.server.ts";
import { resendCandidateInvitation } from "#app/services/hiring/invitations/resend-candidate-invitation.server.ts";
import { revokeCandidateInvitation } from "#app/services/hiring/invitations/revoke-candidate-invitation.server.ts";
import { changeExtraTime } from "#app/services/hiring/people/change-extra-time.server.ts";
import { deletePerson } from "#app/services/hiring/people/delete-person.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { makeAssessment, makeCandidacy, makeTeam } from "#test/support/hiring.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { makeScenario, useTestLibrary } from "#test/support/scenario.ts";

await useTestLibrary(makeScenario());
useTestJobs(idleJobs);

test("an admin who has lost the role since the request began changes nothing of an assessment or its people", async () => {
  const team = await makeTeam();
  const { admin, organisationId: organisation } = team;
  const open = await makeAssessment(team);
  const draft = await makeAssessment(team, { state: "draft" });
  const { candidacy } = await makeCandidacy(open);
  const { id: invitationId } = await db().assessmentInvitation.create({
    data: { assessmentId: open.id, email: "a@lost.example", tokenHash: "lost", expiresAt: new Date(Date.now() + 9e8) },
  });
  const [wanted, unopened] = [
    { organisation, assessment: open.id },
    { organisation, assessment: draft.id },
  ];
  const ordinary = { days: 14, extraTimePercent: 25 };
  const changes = { ...newSettings, name: "Another name", contact: "people@acme.example" };
  const { id: candidacyId } = candidacy;
  const asRead = async () => ({
    assessments: await db().assessment.findMany({ include: { parts: true, invitations: true, candidacies: true } }),
    mails: await db().mail.count(),
    entries: await db().auditEntry.count(),
  });
  await db().member.updateMany({ where: { userId: admin.id }, data: { roles: ["reviewer"] } });
  const before = await asRead();
  const outcomes = {
    create: await createAssessment(admin, { organisation, settings: newSettings }),
    save: await saveDraftAssessment(admin, { ...unopened, settings: newSettings }),
    open: await openAssessment(admin, unopened),
    remove: await deleteAssessment(admin, unopened),
    change: await changeAssessment(admin, { ...wanted, changes }),
    close: await closeAssessment(admin, wanted),
    invite: await inviteCandidates(admin, { ...wanted, ...ordinary, emails: ["b@lost.example"] }),
    link: await makeLink(admin, { ...wanted, ...ordinary, label: "Careers", mostUses: 5 }),
    resend: await resendCandidateInvitation(admin, { ...wanted, invitationId }),
    revoke: await revokeCandidateInvitation(admin, { ...wanted, invitationId }),
    extraTime: await changeExtraTime(admin, { ...wanted, candidacyId, extraTimePercent: 50 }),
    deletion: await deletePerson(admin, { ...wanted, candidacyId }),
  };
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== null)).toEqual([]);
  expect(await asRead()).toEqual(before);
});
