import { Segmented, Select } from 'antd';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useMedia } from './use-media.js';

interface Props {
  rounds: { code: string; name: string }[];
  /** Code of the one that is shown. */
  active: string;
  /** Where another one is shown. */
  pathOf(round: string): string;
}

/** More than these do not fit beside each other. */
const MOST = 6;

/** Chooses the round, where there are some. The choice is in the address, so that it can be shared and gone back to. */
export function RoundPicker({ rounds, active, pathOf }: Props) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const narrow = useMedia('(max-width: 900px)');
  if (rounds.length === 0) return null;
  const shared = {
    'aria-label': formatMessage({ id: 'round.choose' }),
    'data-testid': 'round-picker',
    value: active,
    options: rounds.map(({ code, name }) => ({ value: code, label: name })),
    onChange: (round: string) => void navigate(pathOf(round), { preventScrollReset: true }),
  };
  return (
    <div className="round-picker">
      {narrow || rounds.length > MOST ? <Select {...shared} style={{ minWidth: 220 }} /> : <Segmented {...shared} />}
    </div>
  );
}
