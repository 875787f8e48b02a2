-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('regrading', 'waiting', 'answered');

-- AlterTable
ALTER TABLE "Grade" ADD COLUMN     "appealId" TEXT;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "appealId" TEXT;

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "gradeId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "AppealStatus" NOT NULL,
    "answeredBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Appeal_sessionId_idx" ON "Appeal"("sessionId");

-- CreateIndex
CREATE INDEX "Appeal_status_createdAt_idx" ON "Appeal"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_gradeId_criterionId_key" ON "Appeal"("gradeId", "criterionId");

-- CreateIndex
CREATE INDEX "Grade_appealId_idx" ON "Grade"("appealId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_appealId_key" ON "Review"("appealId");

-- AddForeignKey
ALTER TABLE "Grade" ADD CONSTRAINT "Grade_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_gradeId_fkey" FOREIGN KEY ("gradeId") REFERENCES "Grade"("id") ON DELETE CASCADE ON UPDATE CASCADE;
