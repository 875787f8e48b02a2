-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('independent', 'adjudication');

-- CreateEnum
CREATE TYPE "AssessmentState" AS ENUM ('draft', 'open', 'closed');

-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('waiting', 'adjudicating', 'complete');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('claimed', 'submitted', 'skipped');

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "kind" "ReviewKind" NOT NULL DEFAULT 'independent',
ADD COLUMN     "quotes" JSONB;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "candidacyId" TEXT,
ADD COLUMN     "partId" TEXT,
ADD COLUMN     "queueKey" DOUBLE PRECISION,
ADD COLUMN     "reviewState" "ReviewState",
ADD COLUMN     "reviewsGiven" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "endedEarly" JSONB;

-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "pasted" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" "AssessmentState" NOT NULL DEFAULT 'draft',
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "deadline" TIMESTAMP(3),
    "retentionDays" INTEGER NOT NULL DEFAULT 180,
    "reviewersPerSession" INTEGER NOT NULL DEFAULT 2,
    "modelMayGrade" BOOLEAN NOT NULL DEFAULT false,
    "gateKappa" DOUBLE PRECISION NOT NULL DEFAULT 0.6,
    "gateLeast" INTEGER NOT NULL DEFAULT 20,
    "hideUnvalidated" BOOLEAN NOT NULL DEFAULT false,
    "feedback" JSONB NOT NULL,
    "warmUp" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentPart" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "scenarioHash" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "AssessmentPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentInvitation" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "email" TEXT,
    "label" TEXT NOT NULL DEFAULT '',
    "tokenHash" TEXT NOT NULL,
    "mostUses" INTEGER NOT NULL DEFAULT 1,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "extraTimePercent" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssessmentInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Candidacy" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "invitationId" TEXT,
    "code" TEXT NOT NULL,
    "acknowledgedAt" TIMESTAMP(3) NOT NULL,
    "notice" JSONB NOT NULL,
    "extraTimePercent" INTEGER NOT NULL DEFAULT 0,
    "handedInAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),
    "deletionAskedAt" TIMESTAMP(3),
    "deleteAt" TIMESTAMP(3) NOT NULL,
    "feedback" JSONB,
    "feedbackSentAt" TIMESTAMP(3),

    CONSTRAINT "Candidacy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewClaim" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "kind" "ReviewKind" NOT NULL DEFAULT 'independent',
    "state" "ClaimState" NOT NULL DEFAULT 'claimed',
    "lockedUntil" TIMESTAMP(3) NOT NULL,
    "skipReason" TEXT,
    "draft" JSONB,
    "draftRevision" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMP(3),

    CONSTRAINT "ReviewClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionLevel" (
    "sessionId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "scenarioHash" TEXT NOT NULL,
    "reviewedAt" TIMESTAMP(3),
    "grader" TEXT,
    "graderLevel" INTEGER,
    "people" INTEGER[],
    "reviewerIds" TEXT[],
    "settled" INTEGER,
    "settledBy" TEXT,
    "spread" INTEGER,
    "gap" INTEGER,

    CONSTRAINT "SessionLevel_pkey" PRIMARY KEY ("sessionId","criterionId")
);

-- CreateTable
CREATE TABLE "LevelChange" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "before" INTEGER,
    "level" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "appealId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LevelChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LevelAppeal" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answerLevel" INTEGER,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "LevelAppeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReusableComment" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReusableComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "candidacyId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementReport" (
    "organisationId" TEXT NOT NULL,
    "scenarioHash" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "measuredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgreementReport_pkey" PRIMARY KEY ("organisationId","scenarioHash")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "assessmentId" TEXT,
    "candidacyId" TEXT,
    "sessionId" TEXT,
    "details" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOfLife" (
    "processId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SignOfLife_pkey" PRIMARY KEY ("processId")
);

-- CreateIndex
CREATE INDEX "Assessment_organisationId_createdAt_idx" ON "Assessment"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "AssessmentPart_scenarioHash_idx" ON "AssessmentPart"("scenarioHash");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentPart_assessmentId_position_key" ON "AssessmentPart"("assessmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentInvitation_tokenHash_key" ON "AssessmentInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "AssessmentInvitation_assessmentId_createdAt_idx" ON "AssessmentInvitation"("assessmentId", "createdAt");

-- CreateIndex
CREATE INDEX "Candidacy_userId_idx" ON "Candidacy"("userId");

-- CreateIndex
CREATE INDEX "Candidacy_assessmentId_acknowledgedAt_idx" ON "Candidacy"("assessmentId", "acknowledgedAt");

-- CreateIndex
CREATE INDEX "Candidacy_deleteAt_idx" ON "Candidacy"("deleteAt");

-- CreateIndex
CREATE UNIQUE INDEX "Candidacy_assessmentId_userId_key" ON "Candidacy"("assessmentId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidacy_assessmentId_code_key" ON "Candidacy"("assessmentId", "code");

-- DropIndex
DROP INDEX "Review_reviewerId_idx";

-- CreateIndex
CREATE INDEX "Review_reviewerId_createdAt_idx" ON "Review"("reviewerId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewClaim_reviewerId_organisationId_state_idx" ON "ReviewClaim"("reviewerId", "organisationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewClaim_sessionId_reviewerId_key" ON "ReviewClaim"("sessionId", "reviewerId");

-- CreateIndex
CREATE INDEX "SessionLevel_organisationId_scenarioHash_criterionId_gap_idx" ON "SessionLevel"("organisationId", "scenarioHash", "criterionId", "gap");

-- CreateIndex
CREATE INDEX "SessionLevel_organisationId_scenarioHash_criterionId_spread_idx" ON "SessionLevel"("organisationId", "scenarioHash", "criterionId", "spread");

-- CreateIndex
CREATE INDEX "LevelChange_sessionId_createdAt_idx" ON "LevelChange"("sessionId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LevelAppeal_sessionId_criterionId_key" ON "LevelAppeal"("sessionId", "criterionId");

-- CreateIndex
CREATE INDEX "LevelAppeal_answeredAt_idx" ON "LevelAppeal"("answeredAt");

-- CreateIndex
CREATE INDEX "ReusableComment_organisationId_reviewerId_idx" ON "ReusableComment"("organisationId", "reviewerId");

-- CreateIndex
CREATE INDEX "Decision_candidacyId_createdAt_idx" ON "Decision"("candidacyId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_at_id_idx" ON "AuditEntry"("organisationId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_assessmentId_at_id_idx" ON "AuditEntry"("organisationId", "assessmentId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_action_at_id_idx" ON "AuditEntry"("organisationId", "action", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_actorId_at_id_idx" ON "AuditEntry"("organisationId", "actorId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_sessionId_at_idx" ON "AuditEntry"("sessionId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_candidacyId_at_idx" ON "AuditEntry"("candidacyId", "at");

-- CreateIndex
CREATE INDEX "SignOfLife_at_idx" ON "SignOfLife"("at");

-- CreateIndex
CREATE INDEX "Session_candidacyId_idx" ON "Session"("candidacyId");

-- CreateIndex
CREATE INDEX "Session_partId_reviewState_id_idx" ON "Session"("partId", "reviewState", "id");

-- CreateIndex
CREATE INDEX "Session_organisationId_reviewState_queueKey_id_idx" ON "Session"("organisationId", "reviewState", "queueKey", "id");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_partId_fkey" FOREIGN KEY ("partId") REFERENCES "AssessmentPart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentPart" ADD CONSTRAINT "AssessmentPart_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentPart" ADD CONSTRAINT "AssessmentPart_scenarioHash_fkey" FOREIGN KEY ("scenarioHash") REFERENCES "ScenarioVersion"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentInvitation" ADD CONSTRAINT "AssessmentInvitation_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "AssessmentInvitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewClaim" ADD CONSTRAINT "ReviewClaim_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionLevel" ADD CONSTRAINT "SessionLevel_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionLevel" ADD CONSTRAINT "SessionLevel_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelChange" ADD CONSTRAINT "LevelChange_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelAppeal" ADD CONSTRAINT "LevelAppeal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReusableComment" ADD CONSTRAINT "ReusableComment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReusableComment" ADD CONSTRAINT "ReusableComment_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementReport" ADD CONSTRAINT "AgreementReport_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
