import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, AtCluster, CurrentCaller } from '@thidua/identity';
import type { Caller, ClusterScope } from '@thidua/identity';
import { checkedBody, MayRefuse } from '@thidua/platform';
import { ReviewRanking } from '../review-ranking.service.js';
import { ReviewDto, ReviewView } from './review.dto.js';

const REFUSALS = {
  409: ['ranking.behind', 'ranking.faulty', 'review.endorsed', 'review.returned'],
  422: ['review.reason.missing'],
} as const;

@ApiTags('rankings')
@Controller('campaigns/:campaign')
export class ReviewsController {
  constructor(private readonly reviewRanking: ReviewRanking) {}

  @Post('clusters/:cluster/reviews')
  @ApiOperation({ summary: 'The standing committee endorses the ranking of a cluster, or returns it with a reason' })
  @MayRefuse(REFUSALS)
  @Access('ranking.review')
  @ApiCreatedResponse({ type: ReviewView })
  cluster(
    @AtCluster() { campaign, cluster }: ClusterScope,
    @Body(checkedBody) body: ReviewDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ReviewView> {
    return this.review(campaign, cluster, body, caller);
  }

  @Post('reviews')
  @ApiOperation({ summary: 'The same for the proposals of campaign scope' })
  @MayRefuse(REFUSALS)
  @Access('ranking.review')
  @ApiCreatedResponse({ type: ReviewView })
  campaign(
    @Param('campaign') campaign: string,
    @Body(checkedBody) body: ReviewDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ReviewView> {
    return this.review(campaign, null, body, caller);
  }

  private async review(campaign: string, cluster: string | null, body: ReviewDto, caller: Caller): Promise<ReviewView> {
    const { id, outcome, revision, reason, at } = await this.reviewRanking.review({
      campaign,
      cluster,
      ...body,
      by: caller,
    });
    return { id, outcome, revision, reason, by: caller.name, at, current: true };
  }
}
