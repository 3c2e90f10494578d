export { ReadBoard } from './board/read-board.service.js';
export { DecideProposal } from './decide-proposal.service.js';
export { Decision } from './entities/decision.entity.js';
export { Proposal } from './entities/proposal.entity.js';
export { CreateRewards1795000000050 } from './migrations/1795000000050-create-rewards.js';
export { CountPlaces1795000000080 } from './migrations/1795000000080-count-places.js';
export { Proposals } from './proposals.service.js';
export { RewardsHttpModule, RewardsModule } from './rewards.module.js';
