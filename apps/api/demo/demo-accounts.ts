import type { CompiledCampaign } from '@thidua/campaigns';
import type { NewAccount } from '@thidua/identity';

/** One account for each part of the main job, on the demo competition. They sign in by one-time link only. */
export function demoAccounts(campaign: string, plan: CompiledCampaign['plan']): NewAccount[] {
  const [first] = plan.clusters;
  if (!first) throw new Error(`campaign ${campaign} has no cluster`);
  const cluster = first.code;
  const unit = first.units.find((code) => code !== first.head) ?? first.units[0]!;
  return [
    {
      login: 'demo-don-vi',
      name: `Cán bộ ${plan.units.get(unit)!.name}`,
      grants: [{ role: 'unitOfficer', campaign, cluster, unit }],
    },
    { login: 'demo-cum-truong', name: `Cụm trưởng ${first.name}`, grants: [{ role: 'clusterHead', campaign, cluster }] },
    { login: 'demo-thuong-truc', name: 'Cơ quan thường trực', grants: [{ role: 'office' }] },
    { login: 'demo-ban-thuong-vu', name: 'Ủy viên Ban Thường vụ', grants: [{ role: 'committee', campaign }] },
    { login: 'demo-hoi-dong', name: 'Thành viên Hội đồng', grants: [{ role: 'council', campaign }] },
    { login: 'demo-quan-tri', name: 'Quản trị hệ thống', grants: [{ role: 'admin' }] },
  ];
}
