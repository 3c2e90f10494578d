import { CreateCampaigns1795000000020, DayOfJudging1795000000090, RuleSets1795000000160 } from '@thidua/campaigns';
import {
  CreateEntries1795000000030,
  RepeatedSubmissions1795000000110,
  StagesAndRounds1795000000060,
  SubmittingAccounts1795000000151,
} from '@thidua/entries';
import {
  CountRenamings1795000000157,
  CreateIdentity1795000000010,
  CreateInvitations1795000000155,
  IdleSessions1795000000140,
  NameBrowsers1795000000156,
  NameCouncilMembers1795000000154,
  PeopleAndTerms1795000000150,
} from '@thidua/identity';
import { ChainAudit1795000000130, CreateAudit1795000000000 } from '@thidua/platform';
import {
  CreateRankings1795000000040,
  DayOfResults1795000000100,
  HashSnapshots1795000000131,
  RanksAndRests1795000000120,
  RulesOfResults1795000000161,
  ReviewingAccounts1795000000152,
  SettleClasses1795000000070,
} from '@thidua/rankings';
import {
  CountPlaces1795000000080,
  CreateRewards1795000000050,
  DecidingAccounts1795000000153,
  HashProposals1795000000132,
} from '@thidua/rewards';

/** Every slice's migrations, in the order they were written. They run on SQLite and PostgreSQL alike. */
export const MIGRATIONS = [
  CreateAudit1795000000000,
  CreateIdentity1795000000010,
  CreateCampaigns1795000000020,
  CreateEntries1795000000030,
  CreateRankings1795000000040,
  CreateRewards1795000000050,
  StagesAndRounds1795000000060,
  SettleClasses1795000000070,
  CountPlaces1795000000080,
  DayOfJudging1795000000090,
  DayOfResults1795000000100,
  RepeatedSubmissions1795000000110,
  RanksAndRests1795000000120,
  ChainAudit1795000000130,
  HashSnapshots1795000000131,
  HashProposals1795000000132,
  IdleSessions1795000000140,
  PeopleAndTerms1795000000150,
  SubmittingAccounts1795000000151,
  ReviewingAccounts1795000000152,
  DecidingAccounts1795000000153,
  NameCouncilMembers1795000000154,
  CreateInvitations1795000000155,
  NameBrowsers1795000000156,
  CountRenamings1795000000157,
  RuleSets1795000000160,
  RulesOfResults1795000000161,
];
