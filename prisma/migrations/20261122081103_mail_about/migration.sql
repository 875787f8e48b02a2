-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "about" TEXT;

-- CreateIndex
CREATE INDEX "Mail_about_idx" ON "Mail"("about");
