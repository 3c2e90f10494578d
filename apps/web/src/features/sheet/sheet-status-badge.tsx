import { FormattedMessage } from 'react-intl';
import type { SheetStatus } from '../../api/types.js';
import { Badge } from '../../app/badge.js';

const tones = { empty: 'neutral', draft: 'attention', submitted: 'good', revised: 'attention' } as const;

/** To who only reads a sheet, a draft is none: it is not submitted, whatever was entered. */
export function SheetStatusBadge({ status, mine }: { status: SheetStatus; mine: boolean }) {
  return (
    <Badge tone={tones[status]}>
      <FormattedMessage id={`sheetStatus.${status === 'empty' && !mine ? 'notSubmitted' : status}`} />
    </Badge>
  );
}
