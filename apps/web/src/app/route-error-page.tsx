import { Button, Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { isServerReachable } from '../api/health.js';

/**
 * Shown when a page breaks, or could not be fetched: because the server cannot be reached, or was upgraded meanwhile. Which
 * of them it is, the server's answer or its absence tells; once it answers, a reload mends both.
 */
export function RouteErrorPage() {
  const [reachable, setReachable] = useState<boolean>();
  useEffect(() => {
    void isServerReachable().then(setReachable);
  }, []);
  const retry = async () => {
    setReachable(undefined);
    // Not without an answer: the browser's own page of failure would take the place of everything.
    const answers = await isServerReachable();
    if (answers) window.location.reload();
    else setReachable(false);
  };
  if (reachable === undefined) return <Spin className="page-spin" size="large" />;
  return (
    <Result
      status="warning"
      title={
        <h1>
          <FormattedMessage id={reachable ? 'problem.page' : 'problem.unreachable'} />
        </h1>
      }
      subTitle={<FormattedMessage id={reachable ? 'problem.pageText' : 'problem.unreachableText'} />}
      extra={
        <Button type="primary" onClick={() => void retry()}>
          <FormattedMessage id={reachable ? 'action.reload' : 'action.retry'} />
        </Button>
      }
    />
  );
}
