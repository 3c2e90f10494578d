import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CampaignsModule } from '@thidua/campaigns';
import { IdentityModule } from '@thidua/identity';
import { Sheet } from './entities/sheet.entity.js';
import { Submission } from './entities/submission.entity.js';
import { ExportCompetition } from './export-competition.service.js';
import { CompetitionFileController } from './http/competition-file.controller.js';
import { ReopenCriterionController } from './http/reopen-criterion.controller.js';
import { SheetsController } from './http/sheets.controller.js';
import { SubmitSheetController } from './http/submit-sheet.controller.js';
import { ImportCompetition } from './import-competition.service.js';
import { ListSheets } from './list-sheets.service.js';
import { ReadSheet } from './read-sheet.service.js';
import { ReopenCriterion } from './reopen-criterion.service.js';
import { SaveDraft } from './save-draft.service.js';
import { ScoringHistories } from './scoring-histories.service.js';
import { SubmitSheet } from './submit-sheet.service.js';

/** Sheets of entries: saved as drafts, submitted, brought in and given back as competition files. */
@Module({
  imports: [CampaignsModule, IdentityModule, TypeOrmModule.forFeature([Sheet, Submission])],
  providers: [
    ScoringHistories,
    SubmitSheet,
    SaveDraft,
    ReopenCriterion,
    ReadSheet,
    ListSheets,
    ImportCompetition,
    ExportCompetition,
  ],
  exports: [SubmitSheet, SaveDraft, ReopenCriterion, ReadSheet, ListSheets, ImportCompetition, ExportCompetition],
})
export class EntriesModule {}

@Module({
  imports: [EntriesModule],
  controllers: [SheetsController, SubmitSheetController, ReopenCriterionController, CompetitionFileController],
})
export class EntriesHttpModule {}
