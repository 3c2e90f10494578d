import { FormattedMessage } from 'react-intl';
import styles from './board.module.css';

/** Places gained (▲) or lost (▼) since the ranking before, with words for those who hear the page. */
export function Movement({ places }: { places: number | null }) {
  if (places === null) return null;
  const kind = places > 0 ? 'up' : places < 0 ? 'down' : 'same';
  const sign = { up: `▲${places}`, down: `▼${-places}`, same: '–' }[kind];
  return (
    <span className={styles[kind]}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">
        <FormattedMessage id={`movement.${kind}`} values={{ places: Math.abs(places) }} />
      </span>
    </span>
  );
}
