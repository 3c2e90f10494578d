import { useEffect } from 'react';
import { useIntl } from 'react-intl';

/** Names the browser tab after what it shows, so that several open sheets can be told apart. */
export function useTitle(title: string): void {
  const { formatMessage } = useIntl();
  const app = formatMessage({ id: 'app.name' });
  useEffect(() => {
    document.title = title === '' ? app : `${title} – ${app}`;
  }, [title, app]);
}
