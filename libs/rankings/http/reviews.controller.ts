import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '@thidua/identity';
import type { Caller } from '@thidua/identity';
import { checkedBody } from '@thidua/platform';
import { ReviewRanking } from '../review-ranking.service.js';
import { ReviewDto, ReviewView } from './review.dto.js';

@ApiTags('rankings')
@Controller('campaigns/:campaign')
export class ReviewsController {
  constructor(private readonly reviewRanking: ReviewRanking) {}

  /** The standing committee endorses a cluster's ranking, or returns it with a reason. */
  @Post('clusters/:cluster/reviews')
  @Access('ranking.review')
  @ApiCreatedResponse({ type: ReviewView })
  cluster(
    @Param('campaign') campaign: string,
    @Param('cluster') cluster: string,
    @Body(checkedBody) body: ReviewDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ReviewView> {
    return this.review(campaign, cluster, body, caller);
  }

  /** The same for the proposals of campaign scope. */
  @Post('reviews')
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
    const { outcome, revision, reason, at } = await this.reviewRanking.review({
      campaign,
      cluster,
      ...body,
      login: caller.login,
    });
    return { outcome, revision, reason, by: caller.name, at, current: true };
  }
}
