import { FormattedMessage } from 'react-intl';
import type { SheetStatus } from '../../api/types.js';
import { Badge } from '../../app/badge.js';

const tones = { empty: 'neutral', draft: 'attention', submitted: 'good' } as const;

export function SheetStatusBadge({ status }: { status: SheetStatus }) {
  return (
    <Badge tone={tones[status]}>
      <FormattedMessage id={`sheetStatus.${status}`} />
    </Badge>
  );
}
