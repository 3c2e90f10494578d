import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS } from '@thidua/identity';
import { ClusterView } from '../clusters/cluster.view.js';

export class CampaignSummaryView {
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, nullable: true, description: 'Theme of the year (chủ đề năm).' })
  theme: string | null;
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  to: string;
}

export class CampaignView extends CampaignSummaryView {
  @ApiProperty({ type: [String], description: 'Decisions it rests on.' })
  basis: string[];
  @ApiProperty({ type: [ClusterView] })
  clusters: ClusterView[];
  @ApiProperty({ enum: PERMISSIONS, isArray: true, description: 'What the caller may do on the whole campaign.' })
  may: string[];
}
