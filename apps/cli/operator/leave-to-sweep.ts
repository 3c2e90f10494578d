import type { RecomputeQueue } from '@thidua/campaigns';

/**
 * Tells nobody. The rows say which clusters are behind, and the sweep of a running service looks there every few
 * seconds; one that is started later looks at once.
 */
export class LeaveToSweep implements Pick<RecomputeQueue, 'requestCluster' | 'requestCampaign'> {
  requestCluster(): void {}

  requestCampaign(): void {}
}
