import type { CompiledCampaign } from '@thidua/campaigns';
import type { NewAccount } from '@thidua/identity';

/** Second in its cluster by a point: a figure of its own decides who leads. */
const UNIT = 'PX-LIEN-BAO';

/** One account for each part of the main job, on the demo competition. They sign in by one-time link only. */
export function demoAccounts(campaign: string, plan: CompiledCampaign['plan']): NewAccount[] {
  const { cluster, name } = plan.units.get(UNIT)!;
  return [
    {
      login: 'demo-don-vi',
      name: `Cán bộ ${name}`,
      grants: [{ role: 'unitOfficer', campaign, cluster, unit: UNIT }],
    },
    {
      login: 'demo-cum-truong',
      name: `Cụm trưởng ${plan.clusterOf.get(cluster)!.name}`,
      grants: [{ role: 'clusterHead', campaign, cluster }],
    },
    { login: 'demo-thuong-truc', name: 'Cơ quan thường trực', grants: [{ role: 'office' }] },
    { login: 'demo-ban-thuong-vu', name: 'Ủy viên Ban Thường vụ', grants: [{ role: 'committee', campaign }] },
    { login: 'demo-hoi-dong', name: 'Thành viên Hội đồng', grants: [{ role: 'councilMember', campaign }] },
    { login: 'demo-quan-tri', name: 'Quản trị hệ thống', grants: [{ role: 'admin' }] },
  ];
}
