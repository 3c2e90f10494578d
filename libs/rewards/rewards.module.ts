import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@thidua/identity';
import { AfterEndorsement, RankingsModule, ReviewRanking, ReviewsController } from '@thidua/rankings';
import { BoardFreshness } from './board/board-freshness.service.js';
import { BoardController } from './board/board.controller.js';
import { ReadBoard } from './board/read-board.service.js';
import { DecideProposal } from './decide-proposal.service.js';
import { Decision } from './entities/decision.entity.js';
import { Proposal } from './entities/proposal.entity.js';
import { ProposalsController } from './http/proposals.controller.js';
import { ProposalStandings } from './proposal-standings.service.js';
import { Proposals } from './proposals.service.js';
import { RecordProposals } from './record-proposals.service.js';

/**
 * What rankings lead to: proposals put before the council, decisions, and the board that shows all of it. Reviewing is
 * wired here because an endorsement records proposals in its own transaction.
 */
@Module({
  imports: [IdentityModule, RankingsModule, TypeOrmModule.forFeature([Proposal, Decision])],
  providers: [
    { provide: AfterEndorsement, useClass: RecordProposals },
    ReviewRanking,
    Proposals,
    ProposalStandings,
    DecideProposal,
    BoardFreshness,
    ReadBoard,
  ],
  exports: [ReviewRanking, DecideProposal, Proposals, ProposalStandings, ReadBoard],
})
export class RewardsModule {}

@Module({
  imports: [IdentityModule, RewardsModule, RankingsModule],
  controllers: [ReviewsController, ProposalsController, BoardController],
})
export class RewardsHttpModule {}
