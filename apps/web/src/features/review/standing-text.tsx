import { FormattedMessage } from 'react-intl';
import type { ProposedStanding } from '../../api/types.js';
import { formatDecimal } from '../../format/decimal.js';

/** How a unit stands, in a line: what a council member asks first. */
export function StandingText({ standing: { rank, total, class: given } }: { standing: ProposedStanding }) {
  return (
    <>
      <FormattedMessage id="proposals.standing" values={{ rank: rank ?? '–', total: formatDecimal(total) }} />
      {given !== null && `; ${given}`}
    </>
  );
}
