import { ApiProperty } from '@nestjs/swagger';
import type { CompiledCampaign } from '../rules/campaign-rules.service.js';

export class UnitView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: ['collective', 'individual'] })
  kind: string;
}

export class ClusterView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Code of the scale its units are scored on.' })
  scale: string;
  @ApiProperty({ type: String, nullable: true, description: 'Unit that heads the cluster.' })
  head: string | null;
  @ApiProperty({ type: [String] })
  deputies: string[];
  @ApiProperty({ type: [UnitView] })
  units: UnitView[];
}

export function clusterViews({ plan }: CompiledCampaign): ClusterView[] {
  return plan.clusters.map(({ code, name, scale, head, deputies, units }) => ({
    code,
    name,
    scale,
    head,
    deputies: [...deputies],
    units: units.map((unit) => ({ code: unit, name: plan.units.get(unit)!.name, kind: plan.units.get(unit)!.kind })),
  }));
}
