/**
 * The record of who saw, changed and exported what in hiring. An entry is written once, in the transaction of what it
 * tells of; it names ids and counts, never a name or anybody's words. When a candidacy is deleted its entries stay as
 * deeds with their times: who the candidate was, and what else they told, goes along.
 */
export const auditActions = {
  "assessment.create": "created the assessment",
  "assessment.change": "changed the assessment",
  "assessment.open": "opened the assessment",
  "assessment.close": "closed the assessment",
  "assessment.delete": "deleted the assessment",
  "invitation.send": "invited somebody by address",
  "invitation.link": "made a link to invite with",
  "invitation.revoke": "withdrew an invitation",
  "candidacy.begin": "read the notice and began",
  "candidacy.hand-in": "handed in",
  "candidacy.withdraw": "withdrew from the assessment",
  "candidacy.deletion-asked": "asked for deletion",
  "accommodation.change": "changed the extra time of a candidate",
  "review.claim": "took a session to review",
  "review.release": "gave a session back for now",
  "review.skip": "left a session to others",
  "review.submit": "gave levels",
  "review.close-early": "ended the reviewing before every reviewer had given levels",
  "adjudication.submit": "decided between reviewers",
  "level.change": "changed a level",
  "appeal.make": "contested a level",
  "appeal.see": "read an appeal",
  "appeal.answer": "answered an appeal",
  "decision.record": "decided on a candidate",
  "feedback.send": "let a candidate see the result",
  "people.see": "saw the list of people",
  "results.see": "saw the results",
  "candidate.see": "saw a candidate’s name beside the results",
  "session.see": "saw a transcript with its scores",
  "results.export": "exported results",
  "record.export": "exported the record of a session",
  "audit.see": "saw this log",
  "audit.export": "exported this log",
  "data.delete": "deleted data",
} as const;

export type AuditAction = keyof typeof auditActions;
