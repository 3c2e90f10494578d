import { useEffect, useEffectEvent } from 'react';
import { useIntl } from 'react-intl';
import { useBlocker } from 'react-router';
import { useAsk } from '../../app/use-ask.js';

/** What is shown: the round of a sheet is in the search of its address. */
const placeOf = ({ pathname, search }: { pathname: string; search: string }) => pathname + search;

/** Asks before unsaved changes are left behind, by a link inside the page as by closing it. */
export function useUnsavedGuard(unsaved: boolean): void {
  const ask = useEffectEvent(useAsk());
  const { formatMessage } = useIntl();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && placeOf(currentLocation) !== placeOf(nextLocation),
  );

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const dialog = ask({
      title: formatMessage({ id: 'unsaved.title' }),
      content: formatMessage({ id: 'unsaved.text' }),
      okText: formatMessage({ id: 'unsaved.leave' }),
      okButtonProps: { danger: true },
      cancelText: formatMessage({ id: 'unsaved.stay' }),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
    return () => dialog.destroy();
  }, [blocker, formatMessage]);

  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
